namespace PluginRoom.Host.PluginUi.Markup;

/// <summary>Why a page of a plugin's UI cannot be served, and what the author can do. <paramref name="Line"/> counts from 1; 0 where it is the file as a whole.</summary>
public sealed record UiFinding(string File, int Line, string Problem)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Problem}" : $"{File}: {Problem}";
}
