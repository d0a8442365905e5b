using System.Runtime.InteropServices;
using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Inherited;

internal sealed class Descriptors : IAttempt
{
    public string Vector => "use a descriptor that was inherited";

    public Proof Proof => Proof.Secret;

    public string? Try(Targets targets)
    {
        for (var descriptor = 3; descriptor < 1024; descriptor++)
        {
            var text = Kernel.Zeros(64);
            if (Kernel.Raw("pread64", descriptor, text, 63, 0) > 0 && Marshal.PtrToStringUTF8(text) is { } got && got.StartsWith("secret-"))
                return got;
        }

        return null;
    }
}
