namespace PluginRoom.Sdk;

/// <summary>The gate refused. The attempt stands in the room's ledger, which the participants see.</summary>
public sealed class CapabilityDeniedException : Exception
{
    /// <summary>Made by the worker and by <see cref="Testing.FakeRoom"/>; a plugin only catches it.</summary>
    public CapabilityDeniedException(string capability, string code, string message, string? manifestLine)
        : base(manifestLine is null || message.Contains(manifestLine, StringComparison.Ordinal) ? message : $"{message} Add to \"capabilities\" in plugin.json: {manifestLine}")
    {
        (Capability, Code, ManifestLine) = (capability, code, manifestLine);
    }

    /// <summary>The capability that was missing or refused, e.g. <c>chat.read</c>.</summary>
    public string Capability { get; }

    /// <summary>
    /// <c>not-declared</c>: plugin.json does not name it. <c>not-consented</c>: nobody concerned allows it. <c>label</c>: this process
    /// has received data that may not go there. <c>purpose-off</c>: it is declared for training or marketing, which this room has not switched on.
    /// <c>limit</c>: too often or too much.
    /// </summary>
    public string Code { get; }

    /// <summary>What to add to plugin.json, or null where no line would help.</summary>
    public string? ManifestLine { get; }
}
