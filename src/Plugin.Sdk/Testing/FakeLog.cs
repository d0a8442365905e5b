namespace PluginRoom.Sdk.Testing;

internal sealed class FakeLog(List<string> lines) : IPluginLog
{
    public void Debug(string message) => lines.Add("debug: " + message);

    public void Info(string message) => lines.Add("info: " + message);

    public void Warning(string message) => lines.Add("warning: " + message);

    public void Error(string message) => lines.Add("error: " + message);
}
