namespace Microsoft.ML.OnnxRuntime.Interop;

/// <summary>
/// The library's default allocator, which owns the texts that some functions hand out. It is the library's own and never released.
/// </summary>
internal readonly unsafe struct OrtAllocator
{
    private OrtAllocator(nint pointer) => Pointer = pointer;

    public nint Pointer { get; }

    public static OrtAllocator Default()
    {
        nint allocator;
        OrtStatus.Check(OrtLibrary.Api->GetAllocatorWithDefaultOptions(&allocator), nameof(OrtApi.GetAllocatorWithDefaultOptions));
        return new OrtAllocator(allocator);
    }

    /// <summary>Copies a text that was handed out, and gives its memory back.</summary>
    public string Take(byte* text)
    {
        try
        {
            return Utf8.Read(text);
        }
        finally
        {
            Free(text);
        }
    }

    public void Free(void* memory) => OrtStatus.Check(OrtLibrary.Api->AllocatorFree(Pointer, memory), nameof(OrtApi.AllocatorFree));
}
