using System.Security.Cryptography;
using System.Text;

namespace PluginRoom.Host.Trust.Signing;

/// <summary>A publisher's private key on disk: PKCS#8 in PEM (RFC 5958, RFC 7468), for its owner's eyes only, sealed where there is a passphrase.</summary>
internal static class PrivateKeyFile
{
    private const int MaxBytes = 16 * 1024;
    private const string Plain = "PRIVATE KEY";
    private const string Sealed = "ENCRYPTED PRIVATE KEY";
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    // What OWASP recommends for PBKDF2 with SHA-256.
    private static readonly PbeParameters Sealing = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 600_000);

    /// <summary>Makes a key pair: the private key in <paramref name="file"/>, the public one beside it with <c>.pub</c>.</summary>
    /// <param name="passphrase">Null: the file's permissions are all that guards it.</param>
    /// <exception cref="SigningException">One of the files is there already or cannot be written.</exception>
    public static PublisherKey Create(string file, string? passphrase)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var text = passphrase is null ? key.ExportPkcs8PrivateKeyPem() : key.ExportEncryptedPkcs8PrivateKeyPem(passphrase, Sealing);
        var publisher = PublisherKey.Of(key);
        if (Path.Exists(PublicOf(file)))
            throw new SigningException($"{PublicOf(file)} is there already and is not overwritten. Choose another name with --out.");
        WriteNew(file, text + "\n", Owner);
        WriteNew(PublicOf(file), publisher.ToPem() + "\n", Owner | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        return publisher;
    }

    public static string PublicOf(string file) => file + ".pub";

    /// <exception cref="SigningException">It is no such key, or not guarded as one.</exception>
    public static ECDsa Open(string file, string? passphrase)
    {
        var text = Read(file);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0)
            throw new SigningException($"Others than its owner can read or write {file}. Run chmod 600 on it; if somebody may have copied it, make a new key.");
        var label = PemEncoding.TryFind(text, out var fields) ? text[fields.Label] : "";
        if (label == Sealed && passphrase is null)
            throw new SigningException($"{file} is sealed with a passphrase. Name a file that holds it with --passphrase-file.");
        if (label is not (Plain or Sealed))
            throw new SigningException($"{file} holds no private key. Make one with pluginroom keygen.");
        return Import(file, text, label == Sealed ? passphrase : null);
    }

    private static ECDsa Import(string file, string text, string? passphrase)
    {
        var key = ECDsa.Create();
        try
        {
            if (passphrase is null)
                key.ImportFromPem(text);
            else
                key.ImportFromEncryptedPem(text, passphrase);
            _ = PublisherKey.Of(key);
            return key;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new SigningException(passphrase is null
                ? $"{file} holds no ECDSA key on the curve P-256. Make one with pluginroom keygen."
                : $"{file} cannot be opened with this passphrase, or holds no ECDSA key on the curve P-256.");
        }
    }

    private static string Read(string file)
    {
        try
        {
            return new FileInfo(file) is { Exists: true, Length: > MaxBytes }
                ? throw new SigningException($"{file} is too large to be a key.")
                : File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SigningException($"{file} cannot be read ({e.Message}).");
        }
    }

    private static void WriteNew(string file, string text, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;
        try
        {
            using var stream = new FileStream(file, options);
            stream.Write(Encoding.ASCII.GetBytes(text));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SigningException(Path.Exists(file)
                ? $"{file} is there already and is not overwritten. Choose another name with --out."
                : $"{file} cannot be written ({e.Message}).");
        }
    }
}

/// <summary>Something that whoever signs or checks can put right. The message is one line and says what to do.</summary>
internal sealed class SigningException(string message) : Exception(message);
