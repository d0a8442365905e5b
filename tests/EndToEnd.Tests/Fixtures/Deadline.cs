namespace PluginRoom.EndToEnd.Tests.Fixtures;

/// <summary>How long an event may take on a busy machine before its absence is a failure.</summary>
internal static class Deadline
{
    public const int Milliseconds = 60_000;

    public static readonly TimeSpan Span = TimeSpan.FromMilliseconds(Milliseconds);

    public static async Task<T> Within<T>(Task<T> task, Func<string> otherwise)
    {
        try
        {
            return await task.WaitAsync(Span, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException(otherwise());
        }
    }
}
