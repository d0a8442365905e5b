using System.Security.Cryptography;
using System.Text;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Ledger;
using PluginRoom.Host.Vocabulary;
using Xunit;

namespace PluginRoom.Host.Tests.Ledger;

public sealed class FlowLedgerTests
{
    private readonly StoppedClock _clock = new();
    private readonly FlowLedger _ledger;

    public FlowLedgerTests() => _ledger = new FlowLedger(_clock);

    [Fact]
    public void Equal_decisions_within_the_window_are_one_entry_with_a_count()
    {
        Append(Capability.ChatRead, 10);
        Append(Capability.ChatSend, 1);
        Append(Capability.ChatRead, 20);

        Assert.Equal(2, _ledger.Count);
        Assert.Equal((2, 30), (_ledger[0].Count, _ledger[0].Bytes));
    }

    [Fact]
    public void A_new_window_starts_a_new_entry()
    {
        Append(Capability.ChatRead, 10);
        _clock.Now += FlowLedger.Window;
        Append(Capability.ChatRead, 10);

        Assert.Equal(2, _ledger.Count);
    }

    [Fact]
    public void A_sealed_entry_is_never_added_to()
    {
        Append(Capability.ChatRead, 10);
        Assert.Equal(1, _ledger.Seal());
        Append(Capability.ChatRead, 10);

        Assert.Equal((2, 1, 1L), (_ledger.Count, _ledger.SealedCount, _ledger[0].Count));
    }

    [Fact]
    public void A_digest_is_over_the_entry_and_its_salt_and_a_hash_over_the_hash_before_and_the_digest()
    {
        _ledger.Append(new LedgerEntry
        {
            PluginId = "org.example",
            Capability = Capability.NetFetch,
            Categories = (1u << (int)DataCategory.ContentChat) | (1u << (int)DataCategory.IdentityProfile),
            Subjects = 1,
            Sink = SinkName.Parse("sink:api"),
            Verdict = Verdict.Forwarded,
            Bytes = 10,
        });
        _ledger.Append(new LedgerEntry { PluginId = "org.example", Verdict = Verdict.Limit, Words = "It was ended." });
        _ledger.Seal();

        var first = Hash($"1\n0\norg.example\nnet.fetch\nidentity.profile content.chat\nsink:api\nforwarded\n1\n10\n\n{_ledger.SaltOf(0)}\n");
        var second = Hash($"2\n0\norg.example\n\n\n\nlimit\n1\n0\nIt was ended.\n{_ledger.SaltOf(1)}\n");
        Assert.Equal(Hex(first), _ledger.DigestOf(0));
        Assert.Equal(Hex(second), _ledger.DigestOf(1));
        Assert.Equal(new string('0', 64), _ledger.HashOf(-1));
        var link = SHA256.HashData([.. new byte[32], .. first]);
        Assert.Equal(Hex(link), _ledger.HashOf(0));
        Assert.Equal(Hex(SHA256.HashData([.. link, .. second])), _ledger.HashOf(1));
    }

    [Fact]
    public void Salts_differ_between_entries_and_between_ledgers()
    {
        var other = new FlowLedger(_clock);
        foreach (var ledger in new[] { _ledger, other })
            for (var i = 0; i < 2; i++)
                ledger.Append(new LedgerEntry { PluginId = "org.example", Verdict = Verdict.Forwarded, Categories = (uint)i });

        string[] salts = [_ledger.SaltOf(0), _ledger.SaltOf(1), other.SaltOf(0), other.SaltOf(1)];
        Assert.Equal(4, salts.Distinct().Count());
        Assert.All(salts, salt => Assert.Equal(32, salt.Length));
    }

    [Fact]
    public void Thousands_of_entries_keep_their_order()
    {
        for (var i = 0; i < 5000; i++)
        {
            Append(i % 2 == 0 ? Capability.ChatRead : Capability.ChatSend, i);
            _clock.Now += FlowLedger.Window;
        }

        Assert.Equal(5000, _ledger.Seal());
        Assert.All(Enumerable.Range(0, 5000), i => Assert.Equal((i + 1, i), (_ledger[i].Sequence, _ledger[i].Bytes)));
    }

    private void Append(Capability capability, long bytes) =>
        _ledger.Append(new LedgerEntry { PluginId = "org.example", Capability = capability, Verdict = Verdict.Forwarded, Bytes = bytes });

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private sealed class StoppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
