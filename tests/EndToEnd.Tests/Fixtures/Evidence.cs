namespace PluginRoom.EndToEnd.Tests.Fixtures;

/// <summary>What a failed test leaves in artifacts/end-to-end: everybody's screen and the host's log.</summary>
internal static class Evidence
{
    // In milliseconds: of a page that stands still there is no picture, and what failed is told all the same.
    private const int PictureTimeout = 10_000;

    public static string Folder { get; } = Path.Combine(Prerequisites.Artifacts, "end-to-end");

    /// <summary>Of this run only.</summary>
    public static void Clear()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);
    }

    public static async Task KeepIfFailed(IEnumerable<Person> people, HostProcess host)
    {
        if (TestContext.Current.TestState?.Result != TestResult.Failed)
            return;
        var folder = Path.Combine(Folder, TestContext.Current.TestMethod!.MethodName);
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "host.log"), host.Log.ToString());
        foreach (var person in people.Where(person => !person.Page.IsClosed))
            await person.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{person.Name}.png"), Timeout = PictureTimeout });
    }
}
