using System.Net;
using Microsoft.AspNetCore.Http;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Requests;
using PluginRoom.Host.Plugins.Manifest;
using Xunit;

namespace PluginRoom.Host.Tests.Egress;

public sealed class SinkRedirectTests
{
    [Theory]
    [InlineData(301, "POST", "GET", "")]
    [InlineData(302, "POST", "GET", "")]
    [InlineData(303, "POST", "GET", "")]
    [InlineData(307, "POST", "POST", "hello")]
    [InlineData(308, "POST", "POST", "hello")]
    [InlineData(301, "PUT", "PUT", "hello")]
    [InlineData(302, "PUT", "PUT", "hello")]
    [InlineData(303, "PUT", "GET", "")]
    [InlineData(303, "HEAD", "HEAD", "")]
    [InlineData(307, "GET", "GET", "")]
    public async Task A_redirect_within_the_sink_is_followed_by_the_rules_of_HTTP(int status, string method, string then, string body)
    {
        var second = new TaskCompletionSource<string>();
        await using var sink = await SinkFixture.Start(
            async context =>
            {
                if (context.Request.Path == "/v1/a")
                {
                    await Redirect(context, status, "/v1/b");
                    return;
                }

                using var reader = new StreamReader(context.Request.Body);
                second.SetResult($"{context.Request.Method} {context.Request.Path} {context.Request.ContentType} {await reader.ReadToEndAsync()}");
            },
            SinkMethod.Get, SinkMethod.Head, SinkMethod.Post, SinkMethod.Put);
        var sent = method is "POST" or "PUT" ? "hello" : "";

        await SinkFixture.Text(await sink.Send(method, "a", body: sent, headers: new SinkHeader("content-type", "text/plain")));

        Assert.Equal($"{then} /v1/b {(then is "POST" or "PUT" ? "text/plain" : "")} {body}", await second.Task);
    }

    [Fact]
    public async Task The_method_that_a_redirect_asks_for_must_be_declared_too()
    {
        await using var sink = await SinkFixture.Start(context => Redirect(context, 303, "/v1/b"), SinkMethod.Post);

        var error = await Assert.ThrowsAsync<EgressException>(() => sink.Send("POST", "a"));

        Assert.Equal(EgressProblem.Method, error.Problem);
        Assert.Contains("sinks/0/methods of plugin.json does not list GET, which a redirect (303) asks for", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, sink.Server.Requests);
    }

    [Theory]
    [InlineData("https://elsewhere.example.test/v1/b")]
    [InlineData("//elsewhere.example.test/v1/b")]
    [InlineData("http://api.example.test/v1/b")]
    [InlineData("https://api.example.test/v1/b")]
    [InlineData("/v2/b")]
    [InlineData("../../admin")]
    [InlineData("/v1/%2e%2e/admin")]
    [InlineData("/v1/x%2f..%2f..%2fadmin")]
    [InlineData("https://127.0.0.1/v1/")]
    [InlineData("https://[")]
    public async Task A_redirect_out_of_the_sink_is_not_followed(string location)
    {
        await using var sink = await SinkFixture.Start(context => Redirect(context, 307, location));

        var error = await Assert.ThrowsAsync<EgressException>(() => sink.Send("POST", "a", body: "private"));

        Assert.Equal(EgressProblem.Redirect, error.Problem);
        Assert.Equal((1, 1), (sink.Server.Requests, sink.LookedUp.Count));
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_the_sixth_is_not()
    {
        await using var sink = await SinkFixture.Start(context =>
        {
            var left = int.Parse(context.Request.Path.Value!["/v1/".Length..], System.Globalization.CultureInfo.InvariantCulture);
            return left == 0 ? context.Response.WriteAsync("there") : Redirect(context, 302, $"/v1/{left - 1}");
        });

        Assert.Equal("there", await SinkFixture.Text(await sink.Send("GET", "5")));
        Assert.Equal(EgressProblem.Redirect, (await Assert.ThrowsAsync<EgressException>(() => sink.Send("GET", "6"))).Problem);
        Assert.Equal(6 + 6, sink.Server.Requests);
    }

    [Fact]
    public async Task Every_step_is_asked_of_the_gate_and_stands_in_the_ledger()
    {
        SinkFixture? fixture = null;
        await using var sink = fixture = await SinkFixture.Start(context =>
        {
            // Between the first request and the second somebody takes their consent back.
            fixture!.Gate.Plugin.Label.Add(Host.Vocabulary.DataCategory.ContentChat, Broker.GateFixture.Ada);
            return Redirect(context, 307, "/v1/b");
        });

        var error = await Assert.ThrowsAsync<EgressException>(() => sink.Send("POST", "a", body: "hello"));

        Assert.Equal(EgressProblem.Gate, error.Problem);
        Assert.Equal(1, sink.Server.Requests);
        Assert.Equal([Host.Broker.Verdict.Forwarded, Host.Broker.Verdict.NotConsented], Enumerable.Range(0, sink.Gate.Ledger.Count).Select(i => sink.Gate.Ledger[i].Verdict));
    }

    [Fact]
    public async Task The_name_is_looked_up_and_checked_anew_where_a_redirect_needs_a_connection_anew()
    {
        await using var sink = await SinkFixture.Start(context =>
        {
            context.Response.Headers.Connection = "close";
            return Redirect(context, 307, "/v1/b");
        });
        sink.Names = (_, _) => Task.FromResult(new[] { IPAddress.Parse(sink.LookedUp.Count == 1 ? "127.0.0.1" : "169.254.169.254") });

        var error = await Assert.ThrowsAsync<EgressException>(() => sink.Send("POST", "a", body: "private"));

        Assert.Equal((EgressProblem.Address, 2, 1), (error.Problem, sink.LookedUp.Count, sink.Server.Requests));
    }

    [Fact]
    public async Task A_redirect_without_an_address_is_the_answer()
    {
        await using var sink = await SinkFixture.Start(context =>
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        });

        Assert.Equal(304, (await sink.Send("GET")).Status);
    }

    private static Task Redirect(HttpContext context, int status, string location)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
