using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PluginRoom.Host.Webhooks;
using Xunit;

namespace PluginRoom.Host.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    // The example of the Standard Webhooks specification.
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Time = "1614265330";
    private const string Body = """{"test": 2432232314}""";
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static readonly byte[] Secret = Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static readonly DateTimeOffset Sent = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    [Fact]
    public void The_example_of_the_specification_is_proven()
    {
        Assert.Null(Problem());
    }

    [Theory]
    [InlineData(null, "webhook-signature")]
    [InlineData("", "webhook-signature")]
    [InlineData("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "webhook-signature")]
    [InlineData("v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "webhook-signature")]
    [InlineData("v1,", "webhook-signature")]
    [InlineData("v1,g0hM9SsE", "webhook-signature")]
    [InlineData("v1,h0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "webhook-signature")]
    [InlineData("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=AAAA", "webhook-signature")]
    [InlineData("v1,AAAA v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", null)]
    [InlineData("v1a,xx v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", null)]
    [InlineData("1 2 3 4 5 6 7 8 v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "webhook-signature")]
    public void One_right_signature_among_a_few_is_enough(string? signatures, string? problem)
    {
        Assert.Equal(problem, WebhookSignature.Problem(Id, Time, signatures, Encoding.UTF8.GetBytes(Body), Secret, Sent));
    }

    [Fact]
    public void Another_body_another_id_and_another_secret_are_not_proven()
    {
        Assert.Equal("webhook-signature", Problem(body: Body + " "));
        Assert.Equal("webhook-signature", Problem(id: Id + "x"));
        Assert.Equal("webhook-signature", WebhookSignature.Problem(Id, Time, Signature, Encoding.UTF8.GetBytes(Body), new byte[24], Sent));
    }

    [Theory]
    [InlineData(300, null)]
    [InlineData(-300, null)]
    [InlineData(301, "webhook-timestamp")]
    [InlineData(-301, "webhook-timestamp")]
    public void It_is_believed_for_five_minutes(int later, string? problem)
    {
        Assert.Equal(problem, Problem(now: Sent.AddSeconds(later)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1614265330.0")]
    [InlineData("-1614265330")]
    [InlineData(" 1614265330")]
    [InlineData("99999999999999999999999")]
    [InlineData("9223372036854775807")]
    public void A_time_is_a_number_of_seconds(string? timestamp)
    {
        Assert.Equal("webhook-timestamp", WebhookSignature.Problem(Id, timestamp, Signature, Encoding.UTF8.GetBytes(Body), Secret, Sent));
    }

    [Fact]
    public void A_captured_delivery_does_not_come_back_with_its_id_cut_elsewhere()
    {
        // "a" + "." + time + "." + "5.x" is the same text as "a." + time + "." + "5" + "." + "x".
        var now = Sent.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = "v1," + Convert.ToBase64String(HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes($"a.{now}.{now}.x")));

        Assert.Null(WebhookSignature.Problem("a", now, signature, Encoding.UTF8.GetBytes($"{now}.x"), Secret, Sent));
        Assert.Equal("webhook-id", WebhookSignature.Problem($"a.{now}", now, signature, "x"u8, Secret, Sent));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    [InlineData("caf\u00e9")]
    public void An_id_is_a_plain_word(string? id)
    {
        Assert.Equal("webhook-id", WebhookSignature.Problem(id, Time, Signature, Encoding.UTF8.GetBytes(Body), Secret, Sent));
        Assert.Equal("webhook-id", WebhookSignature.Problem(new string('a', 129), Time, Signature, Encoding.UTF8.GetBytes(Body), Secret, Sent));
    }

    private static string? Problem(string id = Id, string body = Body, DateTimeOffset? now = null) =>
        WebhookSignature.Problem(id, Time, Signature, Encoding.UTF8.GetBytes(body), Secret, now ?? Sent);
}
