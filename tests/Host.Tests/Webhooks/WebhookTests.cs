using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PluginRoom.Host.Tests.Rooms;
using PluginRoom.Host.Webhooks;
using Xunit;

namespace PluginRoom.Host.Tests.Webhooks;

public sealed class WebhookTests
{
    private readonly FakeTime _time = new();
    private readonly List<string> _delivered = [];
    private readonly Webhook _webhook;
    private WebhookAnswer _outcome = WebhookAnswer.Taken;

    public WebhookTests() => _webhook = new Webhook(_time, delivery =>
    {
        _delivered.Add(delivery.Id);
        return Task.FromResult(_outcome);
    });

    [Fact]
    public async Task A_delivery_that_comes_again_is_taken_and_not_handed_on_again()
    {
        Assert.Equal(WebhookAnswer.Taken, await Send("a"));
        Assert.Equal(WebhookAnswer.Taken, await Send("a"));
        Assert.Equal(WebhookAnswer.Taken, await Send("b"));

        Assert.Equal(["a", "b"], _delivered);
    }

    [Fact]
    public async Task What_was_signed_earlier_is_not_taken_again_at_any_later_time()
    {
        // Signed by a clock that is four minutes ahead, so its time alone is believed for nine minutes.
        var ahead = _time.GetUtcNow().AddMinutes(4);
        for (var minute = 0; minute < 30; minute++)
        {
            await Send("a", ahead);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["a"], _delivered);
    }

    [Fact]
    public async Task What_did_not_reach_the_plugin_may_come_again()
    {
        _outcome = WebhookAnswer.NotRunning;
        Assert.Equal(503, (await Send("a")).Status);
        _outcome = WebhookAnswer.Taken;
        Assert.Equal(204, (await Send("a")).Status);

        Assert.Equal(["a", "a"], _delivered);
    }

    [Fact]
    public async Task What_is_not_signed_reaches_nobody()
    {
        var answer = await _webhook.TakeAsync("0", "v1,AAAA", "a", null, "body"u8.ToArray());

        Assert.Equal(401, answer.Status);
        Assert.Empty(_delivered);
    }

    [Fact]
    public void Twenty_at_once_and_two_a_second_are_tried()
    {
        Assert.Equal(20, Enumerable.Range(0, 50).Count(_ => _webhook.MayTry()));
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(6, Enumerable.Range(0, 50).Count(_ => _webhook.MayTry()));
    }

    [Fact]
    public void A_token_is_found_whole_and_until_it_is_closed()
    {
        var table = new WebhookTable();
        table.Open(_webhook);

        Assert.Same(_webhook, table.Find(_webhook.Token));
        Assert.Null(table.Find(_webhook.Token[..^1]));
        Assert.Null(table.Find(string.Empty));
        Assert.Equal(43, _webhook.Token.Length);
        table.Close(_webhook);
        Assert.Null(table.Find(_webhook.Token));
    }

    private Task<WebhookAnswer> Send(string id, DateTimeOffset? at = null)
    {
        var seconds = (at ?? _time.GetUtcNow()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var key = Convert.FromBase64String(_webhook.Secret["whsec_".Length..]);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{seconds}.body")));
        return _webhook.TakeAsync(seconds, "v1," + signature, id, "text/plain", "body"u8.ToArray());
    }
}
