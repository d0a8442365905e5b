using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace PluginRoom.Host.Page;

/// <summary>One file of the built page, in memory with its compressed forms: there are few, and each is served to everybody.</summary>
internal sealed class PageFile
{
    private const string Forever = "public, max-age=31536000, immutable";

    private readonly byte[] _plain;
    private readonly Lazy<byte[]?> _brotli;
    private readonly Lazy<byte[]?> _gzip;
    private readonly string _tag;
    private readonly bool _hashed;

    /// <param name="path">As in the URL.</param>
    public PageFile(string path, byte[] content)
    {
        (Path, _plain) = (path, content);
        ContentType = PageContentType.Of(path);
        // Vite puts a hash of the content into the names of everything below assets/.
        _hashed = path.StartsWith("/assets/", StringComparison.Ordinal);
        _tag = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16));
        _brotli = new(() => Compress(stream => new BrotliStream(stream, CompressionLevel.SmallestSize)));
        _gzip = new(() => Compress(stream => new GZipStream(stream, CompressionLevel.SmallestSize)));
    }

    public string Path { get; }

    public string ContentType { get; }

    /// <summary>Takes a moment at the smallest size, so it is done before the first visitor where that is possible.</summary>
    public void Prepare() => _ = _brotli.Value;

    public async Task Serve(HttpContext context)
    {
        var (body, encoding) = Choose(context.Request.GetTypedHeaders().AcceptEncoding);
        var tag = new EntityTagHeaderValue($"\"{_tag}{(encoding is null ? "" : "-" + encoding)}\"");
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        context.Response.Headers.CacheControl = _hashed ? Forever : "no-cache";
        context.Response.Headers.Vary = "Accept-Encoding";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = ContentType;
        context.Response.ContentLength = body.Length;
        if (encoding is not null)
            context.Response.Headers.ContentEncoding = encoding;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private (byte[] Body, string? Encoding) Choose(IList<StringWithQualityHeaderValue> accepted)
    {
        if (Accepts(accepted, "br") && _brotli.Value is { } brotli)
            return (brotli, "br");
        if (Accepts(accepted, "gzip") && _gzip.Value is { } gzip)
            return (gzip, "gzip");
        return (_plain, null);
    }

    private static bool Accepts(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        accepted.Any(item => item.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && item.Quality is not 0);

    private byte[]? Compress(Func<Stream, Stream> open)
    {
        using var compressed = new MemoryStream();
        using (var stream = open(compressed))
            stream.Write(_plain);
        var bytes = compressed.ToArray();
        // Pictures and fonts are compressed already.
        return bytes.Length < _plain.Length ? bytes : null;
    }
}
