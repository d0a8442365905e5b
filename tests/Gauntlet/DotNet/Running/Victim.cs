using System.Diagnostics;

namespace PluginRoom.Gauntlet.DotNet.Running;

/// <summary>A process of the same user that does nobody any harm.</summary>
internal sealed class Victim : IDisposable
{
    private readonly Process _process = Process.Start(new ProcessStartInfo("/bin/sleep", "120"))!;

    internal int Id => _process.Id;

    /// <summary>Dead, or stopped.</summary>
    internal bool IsHarmed()
    {
        // A signal takes effect when its receiver next runs.
        return SpinWait.SpinUntil(() => _process.HasExited || State() is 'T' or 'X' or 'Z', TimeSpan.FromMilliseconds(300));
    }

    public void Dispose()
    {
        _process.Kill();
        Assert.True(_process.WaitForExit(TimeSpan.FromSeconds(10)), "a victim does not end");
        _process.Dispose();
    }

    // Dead in the very moment of asking: what reads /proc sees no more of it than that.
    private char State()
    {
        try
        {
            var line = File.ReadAllText($"/proc/{_process.Id}/stat");
            return line[line.LastIndexOf(')') + 2];
        }
        catch (IOException)
        {
            return 'X';
        }
    }
}
