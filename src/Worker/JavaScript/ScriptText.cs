using System.Text;

namespace PluginRoom.Worker.JavaScript;

/// <summary>Text between here and JavaScript, which both hold UTF-16; what goes on to the host has to be well-formed.</summary>
internal static unsafe class ScriptText
{
    /// <summary>To be released.</summary>
    internal static nint Create(ReadOnlySpan<char> text)
    {
        fixed (char* first = text)
            return JavaScriptCore.CreateString(first, text.Length);
    }

    internal static nint ToValue(nint context, ReadOnlySpan<char> text)
    {
        var copy = Create(text);
        var value = JavaScriptCore.MakeString(context, copy);
        JavaScriptCore.ReleaseString(copy);
        return value;
    }

    /// <summary>Lone surrogates become U+FFFD. Null when the value is no string: turning one into text could run the plugin's code.</summary>
    internal static string? FromValue(nint context, nint value)
    {
        if (JavaScriptCore.TypeOf(context, value) != JavaScriptCore.TypeString)
            return null;
        var copy = JavaScriptCore.ToStringCopy(context, value, out _);
        return copy == 0 ? null : Take(copy);
    }

    /// <summary>Its content; the copy is released.</summary>
    internal static string Take(nint copy)
    {
        var text = new string(JavaScriptCore.StringCharacters(copy), 0, (int)JavaScriptCore.StringLength(copy));
        JavaScriptCore.ReleaseString(copy);
        return text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
    }
}
