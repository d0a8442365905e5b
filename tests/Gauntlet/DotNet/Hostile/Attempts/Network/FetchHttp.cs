namespace PluginRoom.Gauntlet.Hostile.Attempts.Network;

internal sealed class FetchHttp : IAttempt
{
    public string Vector => "fetch by HTTP";

    public Proof Proof => Proof.Canary;

    public string? Try(Targets targets)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        return client.GetStringAsync($"http://127.0.0.1:{targets.Port}/x").GetAwaiter().GetResult();
    }
}
