namespace PluginRoom.Host.Workers.Limits;

/// <summary>
/// A worker's account of processor time: it fills at the worker's share of a core up to a burst, starts with an allowance for the
/// start of the runtime, and may be overdrawn by what a worker uses between two looks at it. All times in seconds.
/// </summary>
internal sealed class CpuBudget(double share, double startAllowance, double burst)
{
    internal double Balance { get; private set; } = startAllowance;

    internal bool IsOverdrawn => Balance < 0;

    /// <summary>Until the debt is paid, if nothing more is used.</summary>
    internal TimeSpan TimeUntilPaid => Balance < 0 ? TimeSpan.FromSeconds(-Balance / share) : TimeSpan.Zero;

    internal void Pass(double elapsed, double used)
    {
        if (Balance < burst)
            Balance = Math.Min(burst, Balance + (share * elapsed));
        Balance -= used;
    }

    /// <summary>At least this much from now on.</summary>
    internal void Grant(double seconds) => Balance = Math.Max(Balance, seconds);
}
