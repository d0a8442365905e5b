namespace PluginRoom.Host.Workers.Sandbox;

/// <summary>Where PluginRoom.Worker.dll lies.</summary>
internal static class WorkerFile
{
    private const string Name = "PluginRoom.Worker.dll";

    internal const string Missing =
        $"{Name} was not found. Build it (dotnet build src/Worker) or name it in the environment variable PLUGINROOM_WORKER.";

    internal static string? Find(WorkerOptions options) =>
        Find(options.WorkerPath ?? Environment.GetEnvironmentVariable("PLUGINROOM_WORKER"), AppContext.BaseDirectory);

    /// <summary>Beside the host when installed; when built, artifacts/bin/Worker/(configuration) beside artifacts/bin/(project)/(configuration).</summary>
    internal static string? Find(string? named, string hostDirectory)
    {
        if (!string.IsNullOrEmpty(named))
            return File.Exists(named) ? Path.GetFullPath(named) : null;
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(hostDirectory));
        string[] candidates =
        [
            Path.Combine(hostDirectory, "worker", Name),
            Path.GetFullPath(Path.Combine("../../Worker", configuration, Name), hostDirectory),
        ];
        return Array.Find(candidates, File.Exists);
    }
}
