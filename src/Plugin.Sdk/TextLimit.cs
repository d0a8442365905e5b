namespace PluginRoom.Sdk;

/// <summary>The limits that a caller can check without asking the host, which checks them again.</summary>
internal static class TextLimit
{
    internal static void Check(string text, int maxLength)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        if (text.Length > maxLength)
            throw new ArgumentException($"{text.Length} characters; at most {maxLength} can be sent at once.", nameof(text));
    }

    internal static void Check(NetRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Body.Length > INet.MaxBodyBytes)
            throw new ArgumentException($"{request.Body.Length} bytes; a request carries at most {INet.MaxBodyBytes}.", nameof(request));
    }

    internal static void Check(ReadOnlyMemory<byte> data)
    {
        if (data.Length > IPluginUi.MaxBytes)
            throw new ArgumentException($"{data.Length} bytes; at most {IPluginUi.MaxBytes} can be sent at once.", nameof(data));
    }
}
