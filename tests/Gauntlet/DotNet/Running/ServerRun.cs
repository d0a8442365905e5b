using System.Security.Cryptography;
using PluginRoom.Gauntlet.Canary;
using PluginRoom.Gauntlet.Hostile;
using PluginRoom.Host.Workers;
using PluginRoom.Host.Workers.Sandbox;

namespace PluginRoom.Gauntlet.DotNet.Running;

/// <param name="Words">What the attempt said, or why its process ended.</param>
internal sealed record Finding(bool IsOpen, string Words);

/// <summary>Every attempt of the hostile plugin in one tier, each with what it needs and with a look from outside at what it did.</summary>
internal sealed class ServerRun(SandboxTier tier, Surroundings surroundings, CanaryListener canary) : IAsyncDisposable
{
    private static readonly TimeSpan Arrival = TimeSpan.FromMilliseconds(150);
    private readonly WorkerLauncher _launcher = HostileProcess.Launcher(tier);
    private HostileProcess? _process;

    private string PluginAsSeen => tier == SandboxTier.Namespaces ? "/plugin" : surroundings.Plugin;

    internal async Task<Dictionary<IAttempt, Finding>> TryAllAsync(IEnumerable<IAttempt> attempts)
    {
        var found = new Dictionary<IAttempt, Finding>();
        foreach (var attempt in attempts)
            found[attempt] = await TryAsync(attempt);
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
            await process.DisposeAsync();
    }

    private async Task<Finding> TryAsync(IAttempt attempt)
    {
        if (attempt.Alone)
            await RenewAsync();
        _process ??= await HostileProcess.StartAsync(_launcher, tier, surroundings.Plugin);
        using var victim = attempt.NeedsVictim ? new Victim() : null;
        var port = canary.Open();
        var targets = surroundings.For(PluginAsSeen, port, canary, victim?.Id ?? 0, "");
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        await using var accomplice = attempt.Accomplice is null ? null : await PrepareAsync(attempt, targets with { Token = token });
        var said = await _process.AskAsync("try", attempt, targets with { Token = attempt.Accomplice is null ? token : "" });
        var words = said ?? "its process ended: " + _process.Room.Ending;
        var isOpen = await SucceededAsync(attempt, words, targets, token, port, victim);
        if (said is null || attempt.Alone)
            await RenewAsync();
        return new(isOpen, words);
    }

    private async Task<HostileProcess> PrepareAsync(IAttempt attempt, Targets targets)
    {
        var accomplice = await HostileProcess.StartAsync(_launcher, tier, surroundings.Plugin);
        await accomplice.AskAsync("prepare", attempt, targets);
        return accomplice;
    }

    private async Task<bool> SucceededAsync(IAttempt attempt, string words, Targets targets, string token, CanaryPort port, Victim? victim)
    {
        var got = words.StartsWith("got ", StringComparison.Ordinal);
        return attempt.Proof switch
        {
            Proof.Word => got,
            Proof.Secret => got && surroundings.IsIn(words),
            Proof.Token => got && words.Contains(token, StringComparison.Ordinal),
            Proof.Canary => await canary.Heard([port], Arrival, TestContext.Current.CancellationToken),
            Proof.Victim => victim!.IsHarmed(),
            Proof.Trace => File.Exists(targets.Trace),
            Proof.Memory => surroundings.WasWritten,
            Proof.Posted => _process!.Room.Posted.Contains(token),
            _ => throw new NotSupportedException(attempt.Proof.ToString()),
        };
    }

    private async Task RenewAsync()
    {
        if (_process is { } used)
            await used.DisposeAsync();
        _process = null;
    }
}
