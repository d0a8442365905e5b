using System.Text;

namespace PluginRoom.Sdk.Testing;

/// <summary>What a plugin sent to its frames.</summary>
/// <param name="To">Null: to everyone.</param>
public sealed record UiOutput(ParticipantId? To, ReadOnlyMemory<byte> Data)
{
    /// <summary><see cref="Data"/> read as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Data.Span);
}
