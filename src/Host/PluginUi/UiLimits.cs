namespace PluginRoom.Host.PluginUi;

/// <summary>What a plugin's UI folder may weigh.</summary>
public static class UiLimits
{
    public const int HtmlBytes = 512 * 1024;
    public const int FileBytes = 16 * 1024 * 1024;
    public const int Files = 2000;
}
