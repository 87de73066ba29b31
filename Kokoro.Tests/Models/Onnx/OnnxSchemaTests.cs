using Google.Protobuf;
using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Tests.Models.Onnx;

public class OnnxSchemaTests
{
    [Fact]
    public void Model_fields_have_the_standards_numbers()
    {
        var model = new ModelProto { IrVersion = 8, Graph = new GraphProto { Name = "g" } };
        model.OpsetImport.Add(new OperatorSetIdProto { Version = 17 });

        // ir_version = 1 (varint), graph = 7 { name = 2 "g" }, opset_import = 8 { version = 2 }.
        Assert.Equal("08083A0312016742021011", Convert.ToHexString(model.ToByteArray()));
    }

    [Fact]
    public void Attribute_zero_is_written_so_that_readers_see_that_it_is_set() =>
        Assert.Equal("1800", Convert.ToHexString(new AttributeProto { I = 0 }.ToByteArray()));

    [Fact]
    public void Model_fields_that_are_not_in_the_schema_survive_reading_and_writing()
    {
        // ir_version = 1, domain = 4 "ai.x", which the schema leaves out.
        var bytes = Convert.FromHexString("0808220461692E78");

        Assert.Equal(bytes, ModelProto.Parser.ParseFrom(bytes).ToByteArray());
    }
}
