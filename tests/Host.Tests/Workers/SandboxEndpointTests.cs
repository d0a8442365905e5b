using System.Text.Json;
using PluginRoom.Host.Tests.Signaling;
using Xunit;

namespace PluginRoom.Host.Tests.Workers;

public sealed class SandboxEndpointTests
{
    [Fact]
    public async Task Anybody_can_ask_how_plugins_are_confined_and_learns_no_path_of_the_machine()
    {
        await using var host = await RunningHost.Start();
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(host.Address, "/api/host/sandbox"), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(text);

        Assert.True(answer.Headers.CacheControl!.NoStore);
        var view = json.RootElement;
        Assert.Equal((1, 2), (view.GetProperty("tier").GetInt32(), view.GetProperty("floor").GetInt32()));
        Assert.StartsWith("tier 1: bubblewrap and seccomp", view.GetProperty("isolation").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, view.GetProperty("problem").ValueKind);
        Assert.Equal(
            ["1 bubblewrap and seccomp True", "2 Landlock and seccomp True", "0 none False"],
            view.GetProperty("tiers").EnumerateArray().Select(tier =>
                $"{tier.GetProperty("tier")} {tier.GetProperty("name")} {tier.GetProperty("works")}"));
        Assert.Equal(["dotnet", "javascript"], view.GetProperty("runtimes").EnumerateArray().Select(runtime => runtime.GetProperty("name").GetString()));
        Assert.DoesNotContain('/', text);
    }
}
