namespace Kokoro.Synthesis.Models.Prepared;

/// <param name="Name">In the folder of the prepared form.</param>
/// <param name="Crc32C">As lower-case hex.</param>
internal sealed record PreparedFile(string Name, long Bytes, string Crc32C);
