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
    public void Each_hash_is_over_the_entry_and_the_hash_before()
    {
        Append(Capability.ChatRead, 10);
        Append(Capability.ChatSend, 7);
        _ledger.Seal();

        var first = Hex($"\n1\n0\norg.example\nchat.read\n0\n\nforwarded\n1\n10\n");
        Assert.Equal(first, _ledger.HashOf(0));
        Assert.Equal(Hex($"{first}\n2\n0\norg.example\nchat.send\n0\n\nforwarded\n1\n7\n"), _ledger.HashOf(1));
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

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed class StoppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
