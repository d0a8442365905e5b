namespace PluginRoom.Gauntlet.Frame.Browsers;

/// <summary>A browser as people have it, driven only to open pages and to look at them from outside their frames.</summary>
internal abstract class GauntletBrowser : IAsyncDisposable
{
    public abstract string Name { get; }

    /// <summary>Names of the files whose download has begun.</summary>
    public abstract IReadOnlyCollection<string> Downloads { get; }

    public abstract Task<GauntletPage> Open(Uri address);

    public abstract ValueTask DisposeAsync();
}

internal abstract class GauntletPage : IAsyncDisposable
{
    /// <summary>Runs the body of an async function in the page (not in a frame); answers the string that it returns.</summary>
    public abstract Task<string> Run(string body);

    public abstract ValueTask DisposeAsync();
}
