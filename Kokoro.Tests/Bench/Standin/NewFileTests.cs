using Kokoro.Bench.Standin;

namespace Kokoro.Tests.Bench.Standin;

public sealed class NewFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task File_has_what_was_written()
    {
        await NewFile.WriteAsync(_folder["model"], 3, stream => stream.WriteAsync(new byte[] { 1, 2, 3 }).AsTask());

        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(_folder["model"]));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Nothing_stays_of_a_file_that_could_not_be_written()
    {
        await Assert.ThrowsAsync<IOException>(() => NewFile.WriteAsync(_folder["model"], 3, _ => throw new IOException("the disk is full")));

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }
}
