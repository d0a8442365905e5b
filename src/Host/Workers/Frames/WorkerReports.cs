using System.Text.Json;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Frames;

/// <summary>What a worker says for people to read: cut to a length and freed of what could forge a line of the log.</summary>
internal static class WorkerReports
{
    private const int MaxLength = 4000;

    /// <summary>Nothing is made of it yet; a worker that cannot even say this right is not one of ours.</summary>
    internal static Ready ParseReady(ReadOnlySpan<byte> payload) => Parse(payload, WorkerJson.Default.Ready);

    internal static WorkerLog ParseLog(ReadOnlySpan<byte> payload)
    {
        var line = Parse(payload, WorkerJson.Default.WorkerLog);
        return new(line.Level is "debug" or "warning" or "error" ? line.Level : "info", Clean(line.Message, keepLines: false));
    }

    internal static WorkerFault ParseFault(ReadOnlySpan<byte> payload)
    {
        var fault = Parse(payload, WorkerJson.Default.WorkerFault);
        return new(
            Clean(fault.During, keepLines: false),
            Clean(fault.Message, keepLines: false),
            fault.Stack is { } stack ? Clean(stack, keepLines: true) : null);
    }

    private static T Parse<T>(ReadOnlySpan<byte> payload, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> json)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, json) ?? throw new InvalidDataException("it sent null");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"it sent no {typeof(T).Name}", wrong);
        }
    }

    private static string Clean(string text, bool keepLines) => string.Create(
        Math.Min(text.Length, MaxLength),
        (text, keepLines),
        static (target, source) =>
        {
            for (var index = 0; index < target.Length; index++)
            {
                var character = source.text[index];
                var keep = !char.IsControl(character) || character == '\t' || (character == '\n' && source.keepLines);
                target[index] = keep ? character : ' ';
            }
        });
}
