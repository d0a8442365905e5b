using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Host.Workers;
using Xunit;

namespace PluginRoom.Host.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task A_host_whose_sandbox_was_tried_is_ready()
    {
        await using var host = await RunningHost.Start();
        await host.Services.GetRequiredService<WorkerLauncher>().ProbeAsync(TestContext.Current.CancellationToken);

        var (status, report) = await Ready(host);

        Assert.Equal((HttpStatusCode.OK, "ready"), (status, (string?)report["status"]));
        Assert.Equal(["host", "plugins", "storage", "sandbox"], report["checks"]!.AsArray().Select(check => (string?)check!["name"]));
        Assert.All(report["checks"]!.AsArray(), check => Assert.Null(check!["reason"]));
    }

    [Fact]
    public async Task Without_a_sandbox_rooms_work_and_it_says_so()
    {
        await using var host = await RunningHost.Start(workerAssembly: "/nowhere/PluginRoom.Worker.dll");
        await host.Services.GetRequiredService<WorkerLauncher>().ProbeAsync(TestContext.Current.CancellationToken);

        var (status, report) = await Ready(host);

        Assert.Equal((HttpStatusCode.OK, "degraded"), (status, (string?)report["status"]));
        Assert.Equal("sandbox.none", Reason(report, "sandbox"));
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_is_not_ready_and_the_process_lives()
    {
        await using var host = await RunningHost.Start();
        Directory.Delete(host.DataFolder, recursive: true);

        var (status, report) = await Ready(host);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "notReady"), (status, (string?)report["status"]));
        Assert.Equal("storage.failing", Reason(report, "storage"));
        using var client = new HttpClient();
        Assert.Equal("ok", await client.GetStringAsync(new Uri(host.Address, "/health/live"), TestContext.Current.CancellationToken));
        Directory.CreateDirectory(host.DataFolder);
    }

    [Fact]
    public async Task A_host_that_stops_takes_nobody_new()
    {
        await using var host = await RunningHost.Start();
        var stopping = new TaskCompletionSource<(HttpStatusCode Status, JsonNode Report)>(TaskCreationOptions.RunContinuationsAsynchronously);
        // While this runs the server still answers.
        using var asked = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(() => stopping.SetResult(Ready(host).GetAwaiter().GetResult()));

        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        var (status, report) = await stopping.Task;
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "host.stopping"), (status, Reason(report, "host")));
    }

    private static async Task<(HttpStatusCode Status, JsonNode Report)> Ready(RunningHost host)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(host.Address, "/health/ready"));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private static string? Reason(JsonNode report, string name) =>
        (string?)report["checks"]!.AsArray().Single(check => (string?)check!["name"] == name)!["reason"];
}
