using System.Numerics;
using PluginRoom.Host.Consent;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Broker;

/// <summary>All that the gate knows of one plugin in one room: what is declared, who allows it, and what its worker has seen.</summary>
/// <param name="generation">See <see cref="Generation"/>.</param>
public sealed class PluginGate(string pluginId, FlowTable flows, int generation = 0)
{
    public string PluginId { get; } = pluginId;

    public FlowTable Flows { get; } = flows;

    /// <summary>What is off unless the room switches it on is off in each new gate.</summary>
    public RoomConsents Consents { get; } = new(flows.Flows.Count, Purposes.OffAtFirst.Aggregate(0UL, (bits, purpose) => bits | flows.FlowsFor(purpose)));

    /// <summary>The label of the worker process that runs now.</summary>
    public DataLabel Label { get; private set; } = new();

    /// <summary>What left, and whose data it may have held; outlives the process.</summary>
    public SentAccount Sent { get; } = new();

    /// <summary>Call when a fresh process replaces the one before: what that one had seen is gone with it.</summary>
    public void StartFresh() => Label = new DataLabel();

    /// <summary>
    /// Everything that this plugin's frames have been shown since they started: its worker's output, people, and what others' frames
    /// send over channels. One label for the frames of all people, since they talk to each other past the host.
    /// </summary>
    public DataLabel UiLabel { get; private set; } = new();

    /// <summary>Changes when all frames are started anew; what a frame of another one sends is refused. No two are alike in one room.</summary>
    public int Generation { get; private set; } = generation;

    /// <summary>Call only where every page takes its frames away and is told of the new <see cref="Generation"/>.</summary>
    public void StartFramesFresh(int generation) => (UiLabel, Generation) = (new DataLabel(), generation);

    /// <summary>
    /// The rule at the door: this person allows every flow of the category that is not optional, and at least one of them all.
    /// </summary>
    public bool AllowsIn(DataCategory category, int subject)
    {
        var allowed = false;
        for (var rest = Flows.FlowsOf(category); rest != 0; rest &= rest - 1)
        {
            var flow = BitOperations.TrailingZeroCount(rest);
            if (Consents.Allows(flow, subject))
                allowed = true;
            else if ((Flows.RequiredFlows(category) >> flow & 1) != 0)
                return false;
        }

        return allowed;
    }
}
