using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Broker;

/// <summary>
/// One question to the gate. Seven shapes exist, one factory each; anything else would be a flow that nobody declared.
/// </summary>
public readonly struct FlowRequest
{
    /// <summary>No person: the request carries nobody's data, or that of a whole label.</summary>
    public const int Nobody = -1;

    /// <summary>In a summary of 64 bits this one stands for everyone from here on.</summary>
    public const int LastSummarySlot = 63;

    private FlowRequest(Capability capability, DataCategory? category, int subject, SinkName? sink, int bytes, FlowOrigin origin)
    {
        (Capability, Category, Subject, Sink, Bytes, Origin) = (capability, category, subject, sink, bytes, origin);
    }

    public Capability Capability { get; }

    public DataCategory? Category { get; }

    /// <summary>Slot of the person concerned, or <see cref="Nobody"/>.</summary>
    public int Subject { get; }

    public SinkName? Sink { get; }

    public int Bytes { get; }

    public FlowOrigin Origin { get; }

    /// <summary>A person's data into the plugin's worker.</summary>
    public static FlowRequest ToWorker(Capability capability, DataCategory category, int subject, int bytes) =>
        new(capability, category, subject, null, bytes, FlowOrigin.Person);

    /// <summary>
    /// What the frame in a person's browser makes of that person's doing and of all that frames have been shown, into the worker.
    /// </summary>
    public static FlowRequest FromFrame(Capability capability, int subject, int bytes) =>
        new(capability, DataCategory.PluginInput, subject, null, bytes, FlowOrigin.Frames);

    /// <summary>Whatever a frame makes of what frames have been shown, past the worker to a sink.</summary>
    public static FlowRequest OutOfFrames(Capability capability, SinkName sink, int bytes) =>
        new(capability, null, Nobody, sink, bytes, FlowOrigin.Frames);

    /// <summary>Whatever the worker makes of what it has seen, to a sink.</summary>
    public static FlowRequest OutOfWorker(Capability capability, SinkName sink, int bytes) =>
        new(capability, null, Nobody, sink, bytes, FlowOrigin.Worker);

    /// <summary>A person's data to a sink past the worker: frame to frame, or into a recording. Decided once per stream.</summary>
    public static FlowRequest Direct(Capability capability, DataCategory category, int subject, SinkName sink, int bytes = 0) =>
        new(capability, category, subject, sink, bytes, FlowOrigin.Person);

    /// <summary>What a person lets the plugin do in their own browser, at their own click; the host is given nothing of it.</summary>
    public static FlowRequest AtHome(Capability capability, int subject) =>
        new(capability, null, subject, null, 0, FlowOrigin.Person);

    /// <summary>The use of a capability that is given nobody's data by the host.</summary>
    public static FlowRequest Use(Capability capability, SinkName? sink = null, int bytes = 0) =>
        new(capability, null, Nobody, sink, bytes, FlowOrigin.Person);
}
