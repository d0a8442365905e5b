using System.Text;
using PluginRoom.Host.Egress;
using Xunit;

namespace PluginRoom.Host.Tests.Egress;

/// <summary>Answers that are not quite HTTP, or HTTP without an end: an error in words, or exactly what was announced, and never more.</summary>
public sealed class UglyResponseTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\n";

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("HTTP/1.1\r\n\r\n")]
    [InlineData("HTTP/9.9 200 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 2000 OK\r\n\r\n")]
    [InlineData("SSH-2.0-surprise\r\n\r\n")]
    [InlineData(Ok + "Content-Length: -1\r\n\r\nxx")]
    [InlineData(Ok + "Content-Length: 99999999999999999999\r\n\r\nxx")]
    [InlineData(Ok + "Content-Length: two\r\n\r\nxx")]
    [InlineData(Ok + "Content-Length: 2\r\nContent-Length: 4\r\n\r\nxxxx")]
    [InlineData(Ok + "Content-Length: 5\r\n\r\nhi")]
    [InlineData(Ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhi\r\n0\r\n\r\n")]
    [InlineData(Ok + "Transfer-Encoding: chunked\r\n\r\n-2\r\nhi\r\n0\r\n\r\n")]
    [InlineData(Ok + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nhi\r\n0\r\n\r\n")]
    [InlineData(Ok + "Transfer-Encoding: chunked\r\n\r\n2\r\nhi")]
    [InlineData(Ok + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\nhi")]
    [InlineData(Ok + "Content-Encoding: br\r\nContent-Length: 4\r\n\r\n\u00ff\u00ff\u00ff\u00ff")]
    public async Task What_is_broken_or_less_than_announced_is_an_error(string answer)
    {
        var (text, problem) = await Exchange(Once(answer));

        Assert.True(problem is EgressProblem.Response, $"{problem} with '{text}'");
    }

    [Theory]
    [InlineData(Ok + "Content-Length: 2\r\n\r\nhi and much more than that")]
    [InlineData(Ok + "Transfer-Encoding: chunked\r\n\r\n2;ext=\"x\"\r\nhi\r\n0\r\nX-Trailer: y\r\n\r\nmore")]
    [InlineData(Ok + "Connection: close\r\n\r\nhi")]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </evil>\r\n\r\n" + Ok + "Content-Length: 2\r\n\r\nhi")]
    public async Task What_comes_besides_what_was_announced_reaches_nobody(string answer)
    {
        Assert.Equal(("hi", (EgressProblem?)null), await Exchange(Once(answer)));
    }

    [Fact]
    public async Task A_length_beyond_the_limit_is_not_begun_whatever_is_sent()
    {
        Assert.Equal(("", EgressProblem.Limit), await Exchange(Once(Ok + "Content-Length: 2000000000\r\n\r\nhi")));
    }

    [Theory]
    [InlineData(Ok, "X-Fill: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n")]
    [InlineData(Ok + "X-Fill: ", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("HTTP/1.1 200 ", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData(Ok + "Transfer-Encoding: chunked\r\n\r\n2;ext=", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData(Ok + "Transfer-Encoding: chunked\r\n\r\n0\r\n", "X-Trailer: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n")]
    public async Task A_head_a_chunk_or_a_trailer_without_an_end_is_given_up(string begin, string forEver)
    {
        var (_, problem) = await Exchange(ForEver(begin, forEver));

        Assert.Equal(EgressProblem.Response, problem);
    }

    [Fact]
    public async Task Interim_answers_without_an_end_cost_a_minute_at_most()
    {
        var begun = new TaskCompletionSource();
        var (_, problem) = await Exchange(
            async (stream, cancellation) =>
            {
                begun.TrySetResult();
                await ForEver("", "HTTP/1.1 100 Continue\r\n\r\n")(stream, cancellation);
            },
            async fixture =>
            {
                await begun.Task;
                fixture.Time.Advance(TimeSpan.FromSeconds(60));
            });

        Assert.Equal(EgressProblem.Timeout, problem);
    }

    private static Func<Stream, CancellationToken, Task> Once(string answer) =>
        (stream, cancellation) => stream.WriteAsync(Encoding.Latin1.GetBytes(answer), cancellation).AsTask();

    private static Func<Stream, CancellationToken, Task> ForEver(string begin, string more) => async (stream, cancellation) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(begin), cancellation);
        var block = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(more, 64)));
        while (true)
            await stream.WriteAsync(block, cancellation);
    };

    private static async Task<(string Text, EgressProblem? Problem)> Exchange(Func<Stream, CancellationToken, Task> answer, Func<SinkFixture, Task>? meanwhile = null)
    {
        await using var fixture = SinkFixture.Raw(answer);
        try
        {
            var asked = Ask(fixture);
            if (meanwhile is not null)
                await meanwhile(fixture);
            return (await asked.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken), null);
        }
        catch (EgressException error)
        {
            return ("", error.Problem);
        }
    }

    private static async Task<string> Ask(SinkFixture fixture) => await SinkFixture.Text(await fixture.Send("GET"));
}
