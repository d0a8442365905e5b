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
/// For random manifests, choices, deliveries, writes, reads, sends, questions, calls between plugins, frames, revocations, restarts, updates
/// and rooms that end: no byte that stems from a person's data of a category arrives where that person does not allow it to be at that moment, and whatever
/// they allow does arrive.
/// </summary>
public sealed class GateProperties(ITestOutputHelper output)
{
    /// <summary>Set to run the cases of one seed again, as a failure prints it: "seed,gamma".</summary>
    private const string ReplayVariable = "PLUGINROOM_GATE_SEED";

    private const int CasesOfOneSeed = 100;

    /// <summary>However long they take; with time left there are more.</summary>
    private const int FewestCases = 500;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(15);

    [Fact]
    public void No_byte_arrives_where_its_person_does_not_allow_it_and_what_they_allow_is_not_refused()
    {
        var folder = Directory.CreateTempSubdirectory("gate");
        File.WriteAllText(Path.Combine(folder.FullName, GateWorld.PolicyFile), "Nothing is kept.");
        using var storage = new HostStorage(folder.FullName, new StorageLimits(), new FakeTime(), NullLogger.Instance);
        var (cases, steps, passed) = (0, 0, 0);
        var watch = Stopwatch.StartNew();
        var property = Prop.ForAll(GateCases.Arbitrary, gate =>
        {
            var (taken, through, breach) = GatePlay.Through(gate, storage, folder.FullName).GetAwaiter().GetResult();
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
        while ((cases < FewestCases || watch.Elapsed < Budget) && !isReplay);

        Report($"{cases} cases, {steps} decisions compared with the model, {passed} of them let through, {watch.Elapsed.TotalSeconds:0} s");
        storage.Dispose();
        folder.Delete(recursive: true);

        // A test in which nothing passes, or everything, says nothing.
        Assert.InRange(passed, steps / 10, steps * 9 / 10);
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
