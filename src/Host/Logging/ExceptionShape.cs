using System.Diagnostics;
using System.Text;

namespace PluginRoom.Host.Logging;

/// <summary>
/// An exception without its message, which may quote what somebody sent ("The given key 'Ada' was not present"): its types, the
/// outermost first, and where each was thrown.
/// </summary>
internal static class ExceptionShape
{
    private const int MostInner = 4;
    private const int MostFrames = 12;

    public static string Types(Exception exception)
    {
        var types = new StringBuilder(exception.GetType().Name);
        var inner = exception.InnerException;
        for (var depth = 0; inner is not null && depth < MostInner; depth++, inner = inner.InnerException)
            types.Append(" <- ").Append(inner.GetType().Name);
        return types.ToString();
    }

    /// <summary>Methods alone: no path of the machine that built it.</summary>
    public static IReadOnlyList<string> Frames(Exception exception) =>
    [
        .. new StackTrace(exception.GetBaseException(), fNeedFileInfo: false).GetFrames()
            .Take(MostFrames)
            .Select(static frame => DiagnosticMethodInfo.Create(frame))
            .OfType<DiagnosticMethodInfo>()
            .Select(static method => $"{method.DeclaringTypeName}.{method.Name}"),
    ];
}
