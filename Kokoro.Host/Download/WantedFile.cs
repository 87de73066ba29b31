namespace Kokoro.Host.Download;

/// <param name="Name">For messages.</param>
/// <param name="Bytes">Null: whatever the server says; the hash decides.</param>
/// <param name="Sha256">As lower-case hex.</param>
internal sealed record WantedFile(string Name, Uri Url, long? Bytes, string Sha256);
