using System.Text;

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

    internal static void CheckKey(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (Encoding.UTF8.GetByteCount(key) is var bytes and > IKeyValueStore.MaxKeyBytes)
            throw new ArgumentException($"{bytes} bytes; a key has at most {IKeyValueStore.MaxKeyBytes}.", nameof(key));
    }

    internal static void CheckValue(ReadOnlyMemory<byte> value)
    {
        if (value.Length > IKeyValueStore.MaxValueBytes)
            throw new ArgumentException($"{value.Length} bytes; at most {IKeyValueStore.MaxValueBytes} fit under one key.", nameof(value));
    }

    internal static void Check(ParticipantId person, FileRequest request)
    {
        ArgumentException.ThrowIfNullOrEmpty(person.Value, nameof(person));
        ArgumentNullException.ThrowIfNull(request);
        if (request is not { MaxBytes: >= 1 and <= IFiles.MaxFileBytes, MaxFiles: >= 1 and <= IFiles.MaxFiles })
            throw new ArgumentException($"Ask for 1 to {IFiles.MaxFiles} files of 1 to {IFiles.MaxFileBytes} bytes.", nameof(request));
        if (request.Kinds.Any(kind => !Enum.IsDefined(kind)) || request.Kinds.Distinct().Count() < request.Kinds.Count)
            throw new ArgumentException("Name each kind of files once.", nameof(request));
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
