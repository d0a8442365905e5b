namespace PluginRoom.Host.PluginUi;

/// <summary>What a plugin's UI folder may weigh.</summary>
public static class UiLimits
{
    public const int HtmlBytes = 256 * 1024;

    /// <summary>Reading deeply nested markup takes time that grows with the square of its tags.</summary>
    public const int HtmlTags = 5000;

    public const int PolicyBytes = 256 * 1024;
    public const int FileBytes = 16 * 1024 * 1024;
    public const int Files = 2000;
}
