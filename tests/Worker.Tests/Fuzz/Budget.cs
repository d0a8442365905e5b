using System.Globalization;
using System.Security.Cryptography;

namespace PluginRoom.Worker.Tests.Fuzz;

/// <summary>
/// How much is tried: PLUGINROOM_FUZZ_CASES and PLUGINROOM_FUZZ_SECONDS, whichever ends first, but a few always, and from which seed:
/// PLUGINROOM_FUZZ_SEED, or a new one in each run. Case n of a seed is the same in every run.
/// </summary>
internal sealed class Budget
{
    private const int UsualCases = 4000;
    private const int UsualSeconds = 7;

    /// <summary>However long they take: on a busy machine too the test says something.</summary>
    private const int FewestCases = 100;

    private readonly long _started = TimeProvider.System.GetTimestamp();
    private readonly int _cases = (int)Setting("CASES", UsualCases);
    private readonly TimeSpan _time = TimeSpan.FromSeconds(Setting("SECONDS", UsualSeconds));

    internal ulong Seed { get; } = Setting("SEED", (ulong)RandomNumberGenerator.GetInt32(int.MaxValue));

    internal int Done { get; private set; }

    /// <summary>One throw of the dice for each case.</summary>
    internal IEnumerable<Dice> Cases()
    {
        for (Done = 0; Done < _cases && (Done < FewestCases || TimeProvider.System.GetElapsedTime(_started) < _time); Done++)
            yield return new Dice(Seed + ((ulong)Done << 32));
    }

    /// <summary>For a person who wants to see it again.</summary>
    public override string ToString() => $"seed {Seed}, case {Done} (PLUGINROOM_FUZZ_SEED={Seed} PLUGINROOM_FUZZ_CASES={Done + 1})";

    private static ulong Setting(string name, ulong usual) =>
        Environment.GetEnvironmentVariable("PLUGINROOM_FUZZ_" + name) is { Length: > 0 } text
            ? ulong.Parse(text, CultureInfo.InvariantCulture)
            : usual;
}
