using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Tests.Signaling;
using Xunit;

namespace PluginRoom.Host.Tests.Egress;

public sealed class SinkResponseTests
{
    private static readonly EgressLimits Small = new() { ResponseBytes = 100_000 };

    [Fact]
    public async Task A_response_that_says_it_is_too_large_is_not_begun()
    {
        await using var sink = await SinkFixture.Start(
            async context =>
            {
                context.Response.ContentLength = 100_001;
                await context.Response.Body.WriteAsync(new byte[100_001], context.RequestAborted);
            },
            Small);

        Assert.Equal(EgressProblem.Limit, (await Assert.ThrowsAsync<EgressException>(() => sink.Send("GET"))).Problem);
    }

    [Fact]
    public async Task A_response_of_exactly_the_limit_arrives_whole()
    {
        await using var sink = await SinkFixture.Start(context => context.Response.Body.WriteAsync(new byte[100_000], context.RequestAborted).AsTask(), Small);

        Assert.Equal((100_000, null), await Drain(await sink.Send("GET")));
    }

    [Fact]
    public async Task A_response_that_never_ends_is_ended()
    {
        var aborted = new TaskCompletionSource();
        await using var sink = await SinkFixture.Start(
            async context =>
            {
                context.RequestAborted.Register(() => aborted.TrySetResult());
                while (!context.RequestAborted.IsCancellationRequested)
                    await context.Response.Body.WriteAsync(new byte[4096], CancellationToken.None);
            },
            Small);

        var (bytes, error) = await Drain(await sink.Send("GET"));

        Assert.Equal(EgressProblem.Limit, error!.Problem);
        Assert.InRange(bytes, 90_000, 100_000);
        await aborted.Task.WaitAsync(Browser.Deadline, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_small_response_that_unpacks_to_a_huge_one_is_ended_at_the_same_size()
    {
        var bomb = new MemoryStream();
        await using (var gzip = new GZipStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
            for (var i = 0; i < 64; i++)
                await gzip.WriteAsync(new byte[1 << 20], TestContext.Current.CancellationToken);
        Assert.InRange(bomb.Length, 1, 90_000);
        await using var sink = await SinkFixture.Start(
            context =>
            {
                context.Response.Headers.ContentEncoding = "gzip";
                return context.Response.Body.WriteAsync(bomb.ToArray(), context.RequestAborted).AsTask();
            },
            Small);

        var (bytes, error) = await Drain(await sink.Send("GET"));

        Assert.Equal(EgressProblem.Limit, error!.Problem);
        Assert.InRange(bytes, 90_000, 100_000);
    }

    [Fact]
    public async Task What_claims_to_be_packed_and_is_not_is_an_error()
    {
        await using var sink = await SinkFixture.Start(context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync("plain text");
        });

        Assert.Equal(EgressProblem.Response, (await Drain(await sink.Send("GET"))).Error!.Problem);
    }

    [Fact]
    public async Task A_sink_that_falls_silent_in_the_middle_is_given_up()
    {
        var begun = new TaskCompletionSource();
        await using var sink = await SinkFixture.Start(async context =>
        {
            await context.Response.WriteAsync("beg");
            await context.Response.Body.FlushAsync();
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        });
        var response = await sink.Send("GET");
        await begun.Task;
        var buffer = new byte[16];
        Assert.Equal(3, await response.ReadAsync(buffer));

        var silent = response.ReadAsync(buffer).AsTask();
        sink.Time.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal(EgressProblem.Timeout, (await Assert.ThrowsAsync<EgressException>(() => silent)).Problem);
    }

    [Fact]
    public async Task A_sink_that_sends_a_byte_now_and_then_does_not_hold_the_place_for_long()
    {
        using var next = new SemaphoreSlim(0);
        await using var sink = await SinkFixture.Start(async context =>
        {
            while (true)
            {
                await next.WaitAsync(context.RequestAborted);
                await context.Response.WriteAsync(".");
                await context.Response.Body.FlushAsync();
            }
        });
        next.Release();
        var response = await sink.Send("GET");
        var buffer = new byte[16];
        Assert.Equal(1, await response.ReadAsync(buffer));
        for (var seconds = 14; seconds < 60; seconds += 14)
        {
            var reading = response.ReadAsync(buffer).AsTask();
            sink.Time.Advance(TimeSpan.FromSeconds(14));
            next.Release();
            Assert.Equal(1, await reading);
        }

        var last = response.ReadAsync(buffer).AsTask();
        sink.Time.Advance(TimeSpan.FromSeconds(14));
        var error = await Assert.ThrowsAsync<EgressException>(() => last);

        Assert.Equal(EgressProblem.Timeout, error.Problem);
        Assert.Contains("60 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sink_that_does_not_answer_at_all_is_given_up()
    {
        var asked = new TaskCompletionSource();
        await using var sink = await SinkFixture.Start(async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        });
        var sending = sink.Send("GET");
        await asked.Task;

        sink.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(EgressProblem.Timeout, (await Assert.ThrowsAsync<EgressException>(() => sending)).Problem);
    }

    [Fact]
    public async Task A_response_that_nobody_reads_gives_its_place_and_its_connection_free_after_a_minute()
    {
        var aborted = new TaskCompletionSource();
        await using var sink = await SinkFixture.Start(
            async context =>
            {
                context.RequestAborted.Register(() => aborted.TrySetResult());
                if (context.Request.Path != "/v1/endless")
                    return;
                await context.Response.WriteAsync("begun");
                await context.Response.Body.FlushAsync();
                await aborted.Task;
            },
            new EgressLimits { OpenRequests = 1, OpenRequestsOfAll = 1 });
        await using var unread = await sink.Send("GET", "endless");
        await Assert.ThrowsAsync<EgressException>(() => sink.Send("GET"));

        sink.Time.Advance(TimeSpan.FromSeconds(60));

        await aborted.Task.WaitAsync(Browser.Deadline, TestContext.Current.CancellationToken);
        await using var next = await sink.Send("GET");
        Assert.Equal(200, next.Status);
        Assert.Equal(EgressProblem.Timeout, (await Assert.ThrowsAsync<EgressException>(() => unread.ReadAsync(new byte[8]).AsTask())).Problem);
    }

    [Fact]
    public async Task A_read_that_begins_as_the_process_ends_is_stopped_and_no_fault()
    {
        await using var sink = await SinkFixture.Start(context => context.Response.WriteAsync("never read"));
        await using var response = await sink.Send("GET");

        sink.Stop();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => response.ReadAsync(new byte[8]).AsTask());
    }

    [Fact]
    public async Task A_response_that_breaks_off_is_an_error_and_not_an_end()
    {
        var begun = new TaskCompletionSource();
        await using var sink = await SinkFixture.Start(async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("half");
            await context.Response.Body.FlushAsync();
            await begun.Task;
            context.Abort();
        });
        var response = await sink.Send("GET");
        begun.SetResult();

        Assert.Equal(EgressProblem.Response, (await Drain(response)).Error!.Problem);
    }

    [Fact]
    public async Task Headers_without_an_end_are_not_taken()
    {
        await using var sink = await SinkFixture.Start(context =>
        {
            for (var i = 0; i < 40; i++)
                context.Response.Headers[$"X-Fill-{i}"] = new string('x', 1000);
            return Task.CompletedTask;
        });

        Assert.Equal(EgressProblem.Response, (await Assert.ThrowsAsync<EgressException>(() => sink.Send("GET"))).Problem);
    }

    [Fact]
    public async Task All_answers_together_have_a_measure_for_each_minute()
    {
        await using var sink = await SinkFixture.Start(
            context => context.Response.Body.WriteAsync(new byte[600], context.RequestAborted).AsTask(), new EgressLimits { ResponseBytesPerMinute = 1000 });

        await Drain(await sink.Send("GET"));
        await Drain(await sink.Send("GET"));
        var error = await Assert.ThrowsAsync<EgressException>(() => sink.Send("GET"));
        sink.Time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(EgressProblem.Limit, error.Problem);
        Assert.Equal((600, null), await Drain(await sink.Send("GET")));
    }

    private static async Task<(int Bytes, EgressException? Error)> Drain(SinkResponse response)
    {
        await using (response)
        {
            var (bytes, buffer) = (0, new byte[2048]);
            try
            {
                while (await response.ReadAsync(buffer) is var count and > 0)
                    bytes += count;
                return (bytes, null);
            }
            catch (EgressException error)
            {
                return (bytes, error);
            }
        }
    }
}
