using Microsoft.AspNetCore.Http;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Requests;
using PluginRoom.Host.Plugins.Manifest;
using Xunit;

namespace PluginRoom.Host.Tests.Egress;

public sealed class SinkClientTests
{
    [Fact]
    public async Task A_request_arrives_with_what_the_plugin_gave_and_nothing_that_tells_more()
    {
        var seen = new List<string>();
        await using var sink = await SinkFixture.Start(async context =>
        {
            seen.AddRange(context.Request.Headers.Select(header => $"{header.Key}: {header.Value}"));
            using var reader = new StreamReader(context.Request.Body);
            context.Response.ContentType = "text/plain";
            context.Response.Headers.SetCookie = "track=1";
            context.Response.Headers["X-Internal"] = "secret";
            await context.Response.WriteAsync($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} {await reader.ReadToEndAsync()}");
        });

        var response = await sink.Send("POST", "notes/7", "lang=de", "hello", new SinkHeader("Content-Type", "text/plain"), new SinkHeader("Accept", "*/*"));

        Assert.Equal(200, response.Status);
        Assert.Equal(["content-type", "date"], response.Headers.Select(header => header.Name).Order());
        Assert.Equal("POST /v1/notes/7?lang=de hello", await SinkFixture.Text(response));
        Assert.Equal(
            ["Accept-Encoding: gzip, deflate, br", "Accept: */*", "Content-Length: 5", "Content-Type: text/plain", $"Host: {SinkFixture.HostName}:{sink.Server.Port}", "User-Agent: PluginRoom"],
            seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_cookie_comes_back_to_the_sink()
    {
        var cookies = new List<string>();
        await using var sink = await SinkFixture.Start(context =>
        {
            cookies.Add(context.Request.Headers.Cookie.ToString());
            context.Response.Headers.SetCookie = "track=1; Path=/";
            return Task.CompletedTask;
        });

        await SinkFixture.Text(await sink.Send("GET"));
        await SinkFixture.Text(await sink.Send("GET"));

        Assert.Equal(["", ""], cookies);
    }

    [Theory]
    [InlineData("PUT", "", EgressProblem.Method)]
    [InlineData("TRACE", "", EgressProblem.Method)]
    [InlineData("GET", "../admin", EgressProblem.Path)]
    [InlineData("GET", "a%2f..%2f..%2fadmin", EgressProblem.Path)]
    public async Task What_is_not_declared_is_neither_looked_up_nor_sent(string method, string path, object problem)
    {
        await using var sink = await SinkFixture.Start(_ => Task.CompletedTask);

        var error = await Assert.ThrowsAsync<EgressException>(() => sink.Send(method, path));

        Assert.Equal(problem, error.Problem);
        Assert.Empty(sink.LookedUp);
        Assert.Equal(0, sink.Server.Requests);
    }

    [Fact]
    public async Task A_field_that_is_not_sent_for_plugins_stops_the_request()
    {
        await using var sink = await SinkFixture.Start(_ => Task.CompletedTask);

        var host = await Assert.ThrowsAsync<EgressException>(() => sink.Send("GET", headers: new SinkHeader("Host", "evil.example")));
        var split = await Assert.ThrowsAsync<EgressException>(() => sink.Send("GET", headers: new SinkHeader("Accept", "a\r\nHost: evil.example")));

        Assert.Equal((EgressProblem.Header, EgressProblem.Header), (host.Problem, split.Problem));
        Assert.Equal(0, sink.Server.Requests);
    }

    [Fact]
    public async Task What_the_gate_refuses_is_not_even_looked_up()
    {
        await using var sink = await SinkFixture.Start(_ => Task.CompletedTask);
        sink.Gate.Plugin.Label.Add(Host.Vocabulary.DataCategory.ContentChat, Broker.GateFixture.Ada);

        var error = await Assert.ThrowsAsync<EgressException>(() => sink.Send("GET"));

        Assert.Equal(Verdict.NotConsented, error.Refusal!.Verdict);
        Assert.Empty(sink.LookedUp);
    }

    [Fact]
    public async Task The_ledger_counts_the_address_the_fields_and_the_body()
    {
        await using var sink = await SinkFixture.Start(_ => Task.CompletedTask);

        await SinkFixture.Text(await sink.Send("POST", "ab", "c=d", "12345", new SinkHeader("accept", "text/plain")));

        Assert.Equal("POST".Length + "/v1/ab?c=d".Length + "accept".Length + "text/plain".Length + 5, sink.Gate.LastEntry.Bytes);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_not_sent()
    {
        await using var sink = await SinkFixture.Start(_ => Task.CompletedTask, new EgressLimits { RequestBytes = 10 });

        var error = await Assert.ThrowsAsync<EgressException>(() => sink.Send("POST", body: "12345678901"));

        Assert.Equal((EgressProblem.Limit, 0), (error.Problem, sink.Server.Requests));
    }

    [Fact]
    public async Task So_many_requests_are_open_at_once_and_no_more()
    {
        await using var sink = await SinkFixture.Start(_ => Task.CompletedTask, new EgressLimits { OpenRequests = 2 });
        var first = await sink.Send("GET");
        await using var second = await sink.Send("GET");

        var error = await Assert.ThrowsAsync<EgressException>(() => sink.Send("GET"));
        await first.DisposeAsync();
        await first.DisposeAsync();
        await using var third = await sink.Send("GET");
        await Assert.ThrowsAsync<EgressException>(() => sink.Send("GET"));

        Assert.Equal((EgressProblem.Limit, 200), (error.Problem, third.Status));
    }

    [Fact]
    public async Task The_end_of_the_process_ends_its_requests()
    {
        await using var sink = await SinkFixture.Start(context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted));
        var open = sink.Send("GET");

        sink.Stop();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => open);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sink.Send("GET"));
    }

    [Fact]
    public async Task An_error_of_the_sink_is_an_answer_like_any_other()
    {
        await using var sink = await SinkFixture.Start(context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "30";
            return context.Response.WriteAsync("busy");
        });

        var response = await sink.Send("GET");

        Assert.Equal((503, new SinkHeader("retry-after", "30")), (response.Status, response.Headers.Single(header => header.Name == "retry-after")));
        Assert.Equal("busy", await SinkFixture.Text(response));
    }

    [Fact]
    public async Task Every_declared_method_goes_out_as_it_is()
    {
        await using var sink = await SinkFixture.Start(
            context => context.Response.WriteAsync(context.Request.Method), SinkMethod.Put, SinkMethod.Patch, SinkMethod.Delete, SinkMethod.Head);

        foreach (var method in new[] { "PUT", "PATCH", "DELETE" })
            Assert.Equal(method, await SinkFixture.Text(await sink.Send(method, body: method == "DELETE" ? "" : "x")));
        Assert.Equal("", await SinkFixture.Text(await sink.Send("HEAD")));
    }
}
