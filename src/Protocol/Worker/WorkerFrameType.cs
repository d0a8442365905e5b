namespace PluginRoom.Protocol.Worker;

/// <summary>
/// The closed set of frames between host and worker. A frame is a 12 byte little-endian header (type: u8, three zero bytes,
/// id: u32, payload length: u32) and the payload. JSON payloads are source-generated; the raw ones say what they carry.
/// </summary>
public enum WorkerFrameType : byte
{
    /// <summary>Host to worker, first: <see cref="Initialize"/>.</summary>
    Initialize = 1,

    /// <summary>Host to worker: a <see cref="WorkerEvent"/> that the gate let through.</summary>
    Event = 2,

    /// <summary>Host to worker, raw: u8 length and UTF-8 pseudonym of the sender, then the bytes that their plugin frame sent.</summary>
    UiInput = 3,

    /// <summary>Host to worker: the <see cref="CallReply"/> to the call with the same id.</summary>
    Reply = 4,

    /// <summary>Host to worker: answer with <see cref="Pong"/> and the same id.</summary>
    Ping = 5,

    /// <summary>Host to worker: <see cref="Shutdown"/>.</summary>
    Shutdown = 6,

    /// <summary>Worker to host, once, when the plugin's start method has returned: <see cref="Ready"/>.</summary>
    Ready = 65,

    /// <summary>Worker to host: a <see cref="WorkerCall"/>; the reply has the same id.</summary>
    Call = 66,

    /// <summary>Worker to host, raw: the reply to <see cref="Ping"/>, a <see cref="HandlerAge"/>.</summary>
    Pong = 67,

    /// <summary>Worker to host: <see cref="WorkerLog"/>.</summary>
    Log = 68,

    /// <summary>Worker to host: <see cref="WorkerFault"/>; the plugin's start failed or a handler threw.</summary>
    Fault = 69,

    /// <summary>Worker to host, raw, answered by a reply: u8 length and UTF-8 pseudonym of the addressee (length 0: everyone), then the bytes.</summary>
    UiOutput = 70,

    /// <summary>Worker to host: the plugin's stop method has returned.</summary>
    Stopped = 71,
}
