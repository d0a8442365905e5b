namespace PluginRoom.Host.Telemetry;

/// <summary>What one process of a plugin uses, as the watch sees it.</summary>
internal sealed class WorkerUse(string pluginId)
{
    private long _residentBytes;
    private double _cpuSeconds;

    public string PluginId => pluginId;

    public long ResidentBytes => Volatile.Read(ref _residentBytes);

    public double CpuSeconds => Volatile.Read(ref _cpuSeconds);

    public void See(long residentBytes, double cpuSeconds)
    {
        Volatile.Write(ref _residentBytes, residentBytes);
        Volatile.Write(ref _cpuSeconds, cpuSeconds);
    }
}
