using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;
using PluginRoom.Host.Storage;
using PluginRoom.Host.Tests.Rooms;
using Xunit;

namespace PluginRoom.Host.Tests.Properties;

/// <summary>
/// For random manifests, choices, deliveries, writes, reads, sends, calls between plugins, frames, revocations, restarts and rooms that end:
/// no byte that stems from a person's data of a category arrives where that person does not allow it to be at that moment, and whatever
/// they allow does arrive.
/// </summary>
public sealed class GateProperties(ITestOutputHelper output)
{
    /// <summary>Set to run the cases of one seed again, as a failure prints it: "seed,gamma".</summary>
    private const string ReplayVariable = "PLUGINROOM_GATE_SEED";

    private const int CasesOfOneSeed = 100;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(25);

    [Fact]
    public void No_byte_arrives_where_its_person_does_not_allow_it_and_what_they_allow_is_not_refused()
    {
        var folder = Directory.CreateTempSubdirectory("gate");
        using var storage = new HostStorage(folder.FullName, new StorageLimits(), new FakeTime(), NullLogger.Instance);
        var (cases, steps, passed) = (0, 0, 0);
        var watch = Stopwatch.StartNew();
        var property = Prop.ForAll(GateCases.Arbitrary, gate =>
        {
            var (taken, through, breach) = Play(gate, storage).GetAwaiter().GetResult();
            (cases, steps, passed) = (cases + 1, steps + taken, passed + through);
            return breach is null ? true : throw new InvalidOperationException(breach);
        });
        var isReplay = Environment.GetEnvironmentVariable(ReplayVariable) is not null;
        do
        {
            var (seed, gamma) = Seed();
            try
            {
                Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(CasesOfOneSeed).WithReplay(seed, gamma), property);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Run it again with {ReplayVariable}={seed},{gamma}.", failure);
            }
        }
        while (watch.Elapsed < Budget && !isReplay);

        Report($"{cases} cases, {steps} decisions compared with the model, {passed} of them let through, {watch.Elapsed.TotalSeconds:0} s");
        storage.Dispose();
        folder.Delete(recursive: true);

        // A test that compares little, or nothing that passes, says nothing.
        Assert.True(cases >= CasesOfOneSeed, $"Only {cases} cases in {Budget.TotalSeconds} s.");
        Assert.InRange(passed, steps / 10, steps * 9 / 10);
    }

    private static async Task<(int Taken, int Passed, string? Breach)> Play(GateCase gate, HostStorage storage)
    {
        await using var world = new GateWorld(gate.Plugins, storage);
        var play = new GatePlay(world);
        await play.Start();
        foreach (var step in gate.Steps)
        {
            await play.Take(step);
            if (!world.Breaches.IsEmpty)
                return (play.Count.Taken, play.Count.Passed, $"After {step}:\n{string.Join('\n', world.Breaches)}");
        }

        return (play.Count.Taken, play.Count.Passed, null);
    }

    private static (ulong Seed, ulong Gamma) Seed()
    {
        if (Environment.GetEnvironmentVariable(ReplayVariable)?.Split(',') is [var seed, var gamma])
            return (ulong.Parse(seed, CultureInfo.InvariantCulture), ulong.Parse(gamma, CultureInfo.InvariantCulture));
        // The gamma of a split-mix generator is odd.
        var random = RandomNumberGenerator.GetBytes(16);
        return (BinaryPrimitives.ReadUInt64LittleEndian(random), BinaryPrimitives.ReadUInt64LittleEndian(random.AsSpan(8)) | 1);
    }

    private void Report(FormattableString words)
    {
        var line = words.ToString(CultureInfo.InvariantCulture);
        output.WriteLine(line);
        var folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../properties"));
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "gate.txt"), line + "\n");
    }
}
