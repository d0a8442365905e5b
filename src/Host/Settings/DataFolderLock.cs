namespace PluginRoom.Host.Settings;

/// <summary>One host per data folder: a second one would delete what the first still runs. Freed by the system when the process ends.</summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    public static DataFolderLock Take(string dataFolder)
    {
        try
        {
            return new DataFolderLock(new FileStream(
                Path.Combine(dataFolder, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e)
        {
            throw new StartupException($"The data folder {dataFolder} is in use by another host. Stop that one or choose another folder with --data.", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
