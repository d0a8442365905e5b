using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using PluginRoom.Host.Egress;
using Xunit;

namespace PluginRoom.Host.Tests.Egress;

public sealed class SinkConnectionTests
{
    private static readonly IPAddress Inside = IPAddress.Parse("10.0.0.1");

    [Fact]
    public async Task A_name_that_leads_inside_is_refused_with_what_the_operator_can_do()
    {
        await using var sink = await SinkFixture.Start(_ => Task.CompletedTask);
        sink.Names = (_, _) => Task.FromResult(new[] { Inside });

        var error = await Assert.ThrowsAsync<EgressException>(() => sink.Send("GET"));

        Assert.Equal(EgressProblem.Address, error.Problem);
        Assert.Contains("a private network", error.Message, StringComparison.Ordinal);
        Assert.Contains("--egress-allow", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("10.0.0.1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_bad_address_among_good_ones_spoils_the_answer()
    {
        await using var sink = await SinkFixture.Start(_ => Task.CompletedTask);
        sink.Names = (_, _) => Task.FromResult(new[] { IPAddress.Loopback, IPAddress.Parse("169.254.169.254") });

        Assert.Equal(EgressProblem.Address, (await Assert.ThrowsAsync<EgressException>(() => sink.Send("GET"))).Problem);
        Assert.Equal(0, sink.Server.Requests);
    }

    [Fact]
    public async Task A_name_that_changes_its_mind_is_asked_once_and_held_to_its_first_answer()
    {
        // 127.0.0.2 is as private as 127.0.0.1, but only the latter is on the operator's list; a listener shows whether it is tried.
        await using var sink = await SinkFixture.Start(context => context.Response.WriteAsync("public"));
        using var inside = new TcpListener(IPAddress.Parse("127.0.0.2"), sink.Server.Port);
        inside.Start();
        sink.Names = (_, _) => Task.FromResult(new[] { sink.LookedUp.Count == 1 ? IPAddress.Loopback : IPAddress.Parse("127.0.0.2") });

        Assert.Equal("public", await SinkFixture.Text(await sink.Send("GET")));
        Assert.Single(sink.LookedUp);
        Assert.False(inside.Pending());
    }

    [Fact]
    public async Task A_second_connection_checks_the_name_again()
    {
        await using var sink = await SinkFixture.Start(context =>
        {
            context.Response.Headers.Connection = "close";
            return context.Response.WriteAsync("public");
        });
        sink.Names = (_, _) => Task.FromResult(new[] { sink.LookedUp.Count == 1 ? IPAddress.Loopback : Inside });

        await SinkFixture.Text(await sink.Send("GET"));

        Assert.Equal(EgressProblem.Address, (await Assert.ThrowsAsync<EgressException>(() => sink.Send("GET"))).Problem);
        Assert.Equal((2, 1), (sink.LookedUp.Count, sink.Server.Requests));
    }

    [Fact]
    public async Task A_name_that_nobody_knows_is_an_error_of_its_own()
    {
        await using var sink = await SinkFixture.Start(_ => Task.CompletedTask);
        sink.Names = (_, _) => Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound));
        var unknown = await Assert.ThrowsAsync<EgressException>(() => sink.Send("GET"));
        sink.Names = (_, _) => Task.FromResult(Array.Empty<IPAddress>());
        var empty = await Assert.ThrowsAsync<EgressException>(() => sink.Send("GET"));

        Assert.Equal((EgressProblem.Name, EgressProblem.Name), (unknown.Problem, empty.Problem));
    }

    [Fact]
    public async Task A_name_server_that_never_answers_costs_the_time_for_connecting()
    {
        await using var sink = await SinkFixture.Start(_ => Task.CompletedTask, new EgressLimits { Connecting = TimeSpan.FromMilliseconds(100) });
        sink.Names = async (_, cancellation) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return [];
        };

        Assert.Equal(EgressProblem.Timeout, (await Assert.ThrowsAsync<EgressException>(() => sink.Send("GET"))).Problem);
    }

    [Fact]
    public async Task Where_nobody_listens_the_words_say_so()
    {
        await using var sink = await SinkFixture.Start(_ => Task.CompletedTask);
        await sink.Server.DisposeAsync();

        var error = await Assert.ThrowsAsync<EgressException>(() => sink.Send("GET"));

        Assert.Equal(EgressProblem.Connection, error.Problem);
        Assert.Contains("Nobody answers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_refused()
    {
        await using var sink = await SinkFixture.StartWith(authority => authority.Issue("other.example.test"));

        await RefusesCertificate(sink);
    }

    [Fact]
    public async Task An_expired_certificate_is_refused()
    {
        await using var sink = await SinkFixture.StartWith(authority => authority.IssueExpired(SinkFixture.HostName));

        await RefusesCertificate(sink);
    }

    [Fact]
    public async Task A_certificate_that_signs_itself_is_refused()
    {
        await using var sink = await SinkFixture.StartWith(_ => ThrowAwayAuthority.SelfSigned(SinkFixture.HostName));

        await RefusesCertificate(sink);
    }

    [Fact]
    public async Task A_certificate_that_is_not_for_servers_is_refused()
    {
        await using var sink = await SinkFixture.StartWith(authority => authority.IssueForClients(SinkFixture.HostName));

        await RefusesCertificate(sink);
    }

    [Fact]
    public async Task A_certificate_of_an_authority_that_nobody_trusts_is_refused()
    {
        using var other = new ThrowAwayAuthority();
        await using var sink = await SinkFixture.StartWith(_ => other.Issue(SinkFixture.HostName));

        await RefusesCertificate(sink);
    }

    [Fact]
    public async Task A_certificate_does_not_make_the_host_fetch_its_issuer()
    {
        using var inside = new TcpListener(IPAddress.Loopback, 0);
        inside.Start();
        await using var sink = await SinkFixture.StartWith(
            authority => authority.IssueBelow(SinkFixture.HostName, $"http://{inside.LocalEndpoint}/issuer.cer"));

        await RefusesCertificate(sink);
        Assert.False(inside.Pending());
    }

    private static async Task RefusesCertificate(SinkFixture sink)
    {
        var error = await Assert.ThrowsAsync<EgressException>(() => sink.Send("GET"));

        Assert.Equal((EgressProblem.Certificate, 0), (error.Problem, sink.Server.Requests));
    }
}
