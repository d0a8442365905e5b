using System.Text.Unicode;

namespace PluginRoom.Host.PluginUi.Markup;

/// <summary>Text files must be UTF-8 and look it: a byte order mark overrides every header, and then other markup is read than was checked.</summary>
public static class UiText
{
    public static string? Problem(ReadOnlySpan<byte> content) => content switch
    {
        [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] => "it starts with a UTF-16 byte order mark: save it as UTF-8.",
        _ when content.Contains((byte)0) => "it contains a zero byte: save it as UTF-8 text.",
        _ when !Utf8.IsValid(content) => "it is not valid UTF-8: save it as UTF-8.",
        _ => null,
    };
}
