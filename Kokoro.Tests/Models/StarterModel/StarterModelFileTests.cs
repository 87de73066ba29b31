using Kokoro.Synthesis;
using Kokoro.Synthesis.Models.StarterModel;

namespace Kokoro.Tests.Models.StarterModel;

public sealed class StarterModelFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Cache => _folder["cache"];

    private string CachedFile => Path.Combine(Cache, StarterModelFile.FileName);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Build_has_the_pinned_hash() =>
        Assert.Equal(
            StarterModelFile.Sha256,
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(StarterModelBuilder.Build())));

    [Fact]
    public void Verify_other_bytes_is_a_named_error()
    {
        var bytes = StarterModelBuilder.Build();
        bytes[1000] ^= 1;

        var error = Assert.Throws<SpeechException>(() => StarterModelFile.Verify(bytes));

        Assert.Equal(SpeechErrorCode.ModelCorrupt, error.Code);
        Assert.Contains(StarterModelFile.Sha256, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Open_without_a_cache_builds_in_memory()
    {
        var copy = StarterModelFile.Open(cacheFolder: null);

        Assert.Equal(StarterModelBuilder.Build(), copy.Bytes);
        Assert.Null(copy.File);
        Assert.Null(copy.CacheProblem);
    }

    [Fact]
    public void Open_first_time_leaves_exactly_one_file_of_the_same_bytes()
    {
        var copy = StarterModelFile.Open(Cache);

        Assert.Equal(CachedFile, copy.File);
        Assert.Null(copy.CacheProblem);
        Assert.Equal([CachedFile], Directory.GetFileSystemEntries(Cache));
        Assert.Equal(copy.Bytes, File.ReadAllBytes(CachedFile));
    }

    [Fact]
    public void Open_second_time_leaves_the_file_alone()
    {
        StarterModelFile.Open(Cache);
        var longAgo = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(CachedFile, longAgo);

        var copy = StarterModelFile.Open(Cache);

        Assert.Equal(CachedFile, copy.File);
        Assert.Equal(longAgo, File.GetLastWriteTimeUtc(CachedFile));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(2_000_000)]
    public void Open_cached_file_of_another_length_is_replaced(int length)
    {
        Directory.CreateDirectory(Cache);
        File.WriteAllBytes(CachedFile, new byte[length]);

        var copy = StarterModelFile.Open(Cache);

        Assert.Equal(StarterModelBuilder.Build(), copy.Bytes);
        Assert.Equal(copy.Bytes, File.ReadAllBytes(CachedFile));
    }

    [Fact]
    public void Open_cached_file_with_one_flipped_bit_is_replaced()
    {
        var good = StarterModelFile.Open(Cache).Bytes;
        var bad = (byte[])good.Clone();
        bad[^1] ^= 1;
        File.WriteAllBytes(CachedFile, bad);

        Assert.Equal(good, StarterModelFile.Open(Cache).Bytes);
        Assert.Equal(good, File.ReadAllBytes(CachedFile));
    }

    [Fact]
    public void Open_cache_that_is_a_file_works_in_memory_and_says_why()
    {
        File.WriteAllText(Cache, "not a folder");

        var copy = StarterModelFile.Open(Cache);

        Assert.Equal(StarterModelBuilder.Build(), copy.Bytes);
        Assert.Null(copy.File);
        Assert.NotNull(copy.CacheProblem);
    }

    [Fact]
    public void Open_cache_whose_file_cannot_be_replaced_works_in_memory_and_leaves_nothing_beside()
    {
        Directory.CreateDirectory(Path.Combine(CachedFile, "in the way"));

        var copy = StarterModelFile.Open(Cache);

        Assert.Equal(StarterModelBuilder.Build(), copy.Bytes);
        Assert.Null(copy.File);
        Assert.NotNull(copy.CacheProblem);
        Assert.Equal([CachedFile], Directory.GetFileSystemEntries(Cache));
    }
}
