using System.Text;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Trust.Policy;
using Xunit;

namespace PluginRoom.Host.Tests.Trust;

public sealed class TrustPolicyTests
{
    [Fact]
    public void All_errors_come_together_with_their_pointers()
    {
        var policy = Read(
            """
            { "unsigned": "maybe", "coolDown": "P3D", "colour": "red",
              "publishers": [ { "plugins": "Org.Example", "keys": [] }, { "keys": [ 7 ] } ],
              "blocked": [ { "id": "x" }, { "id": "org.example.minutes", "reason": " " } ] }
            """,
            out var errors);

        Assert.Null(policy);
        Assert.Equal(
            ["/blocked/0/id", "/blocked/1/reason", "/colour", "/publishers/0/plugins", "/publishers/1/keys/0", "/publishers/1/plugins", "/unsigned"],
            errors.Select(error => error[..error.IndexOf(':', StringComparison.Ordinal)]).Order());
    }

    [Fact]
    public void Rules_between_values_are_told_together_too()
    {
        Read(
            """
            { "coolDown": "three days",
              "publishers": [ { "plugins": "*", "keys": [ "abc" ] }, { "plugins": "*", "keys": [] } ],
              "blocked": [ { "id": "org.example.minutes" }, { "id": "org.example.minutes" } ] }
            """,
            out var errors);

        Assert.Equal(
            ["/coolDown", "/publishers/0/keys/0", "/publishers/1/plugins", "/publishers/1/keys", "/blocked/1/id"],
            errors.Select(error => error[..error.IndexOf(':', StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("room")]
    [InlineData("P0D")]
    [InlineData("-P1D")]
    [InlineData("P9999Y")]
    public void A_cool_down_is_a_duration(string text)
    {
        Read($$"""{ "coolDown": "{{text}}" }""", out var errors);

        Assert.StartsWith("/coolDown: must be an ISO 8601 duration", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_file_is_refused_for_its_size()
    {
        Read("{ \"blocked\": [" + new string(' ', 300_000) + "] }", out var errors);

        Assert.Contains("larger than 256 KiB", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", true, true)]
    [InlineData("{}", false, false)]
    [InlineData("""{ "unsigned": "allow" }""", false, true)]
    [InlineData("""{ "unsigned": "refuse" }""", true, false)]
    public void Unsigned_plugins_are_taken_where_only_this_machine_reaches_the_host_unless_the_policy_says_otherwise(string text, bool loopback, bool allowed) =>
        Assert.Equal(allowed, TrustPolicyReader.Read(Encoding.UTF8.GetBytes(text), "policy.json", loopback, out _)!.AllowsUnsigned);

    [Fact]
    public void A_file_that_is_not_there_starts_no_host()
    {
        var refusal = Assert.Throws<StartupException>(() => TrustPolicySetting.Read(("/no/such/policy.json", "--trust-policy"), true));

        Assert.StartsWith("--trust-policy names /no/such/policy.json, which cannot be read", refusal.Message, StringComparison.Ordinal);
    }

    private static TrustPolicy? Read(string text, out List<string> errors)
    {
        var policy = TrustPolicyReader.Read(Encoding.UTF8.GetBytes(text), "policy.json", true, out var found);
        errors = [.. found.Select(error => error.ToString())];
        return policy;
    }
}
