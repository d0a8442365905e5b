using System.Text.Json.Serialization;

namespace PluginRoom.Protocol.Worker;

/// <summary>The JSON payloads. Strict, because one of the two sides runs somebody else's code: a missing, null, unknown or
/// doubled member is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(WorkerLaunch))]
[JsonSerializable(typeof(Initialize))]
[JsonSerializable(typeof(WorkerEvent))]
[JsonSerializable(typeof(CallReply))]
[JsonSerializable(typeof(Shutdown))]
[JsonSerializable(typeof(Ready))]
[JsonSerializable(typeof(WorkerCall))]
[JsonSerializable(typeof(WorkerLog))]
[JsonSerializable(typeof(WorkerFault))]
public sealed partial class WorkerJson : JsonSerializerContext;
