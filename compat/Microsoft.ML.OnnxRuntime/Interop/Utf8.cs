using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Microsoft.ML.OnnxRuntime.Interop;

/// <summary>Strings on their way to and from the native library, which takes and gives UTF-8 that ends in a zero.</summary>
internal static unsafe class Utf8
{
    /// <summary>Bytes that the collector never moves, so that a pointer to them is good for as long as they are referenced.</summary>
    /// <exception cref="ArgumentException">The text holds a zero, after which the library would read no further.</exception>
    public static byte[] Pinned(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException("a text for the native library holds no zero character", nameof(text));
        var bytes = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(text) + 1, pinned: true);
        Encoding.UTF8.GetBytes(text, bytes);
        bytes[^1] = 0;
        return bytes;
    }

    /// <summary>The address of bytes made by <see cref="Pinned"/>; the caller keeps them referenced while it is used.</summary>
    public static byte* Pointer(byte[] pinned) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned));

    /// <summary>Copies a text that its owner keeps.</summary>
    public static string Read(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";
}
