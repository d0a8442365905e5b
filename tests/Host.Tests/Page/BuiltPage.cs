namespace PluginRoom.Host.Tests.Page;

/// <summary>A folder as Vite leaves it.</summary>
internal sealed class BuiltPage : IDisposable
{
    public const string Script = "console.log('a script long enough for compression to pay, pay, pay, pay, pay, pay, pay, pay, pay, pay, pay');";

    public BuiltPage()
    {
        Write("index.html", "<!doctype html><title>PluginRoom</title><div id=app></div>");
        Write("assets/index-B1a2c3.js", Script);
        Write("robots.txt", "User-agent: *");
        Write(".hidden", "not for the web");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("pluginroom-page-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(Folder, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }
}
