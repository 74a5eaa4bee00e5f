using System.Collections;
using System.Reflection;
using System.Runtime.Loader;
using DgccAssess.Core.Data;
using DgccAssess.TestCommon;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace DgccAssess.Tests.Features.Api;

/// <summary>What somebody else would do with the document: generate a client, compile it, list results with it.</summary>
public sealed class GeneratedClientTests(TestApps apps)
{
    [Fact]
    public async Task Client_GeneratedFromTheDocument_CompilesAndListsResults()
    {
        var scene = await ApiScene.PrepareAsync(await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync());
        using var http = scene.Space.App.CreateDefaultClient();
        var document = await OpenApiDocument.FromJsonAsync(await http.GetStringAsync($"{scene.Space.Path}/api/v1/openapi.json"));
        var source = new CSharpClientGenerator(document, new CSharpClientGeneratorSettings
        {
            ClassName = "DgccClient", CSharpGeneratorSettings = { Namespace = "Generated", JsonLibrary = NJsonSchema.CodeGeneration.CSharp.CSharpJsonLibrary.SystemTextJson }, UseBaseUrl = true,
        }).GenerateFile();

        var client = Compile(source).GetType("Generated.DgccClient")!;
        var instance = Activator.CreateInstance(client, scene.Organizer.Client)!;
        client.GetProperty("BaseUrl")!.SetValue(instance, $"{scene.Organizer.Client.BaseAddress}{scene.Space.Path[1..]}");
        var list = client.GetMethods().Single(m => m.Name == "ListResultsAsync" && m.GetParameters().Any(p => p.ParameterType == typeof(CancellationToken)));
        var call = (Task)list.Invoke(instance, [.. list.GetParameters().Select(p => p.ParameterType == typeof(CancellationToken) ? (object)CancellationToken.None : null)])!;
        await call;

        var page = call.GetType().GetProperty("Result")!.GetValue(call)!;
        var result = Assert.Single(Of<IEnumerable>(page, "Items").Cast<object>());
        Assert.Equal(scene.Diagnosis.Agency, Of<string>(result, "Agency"));
        Assert.Equal(3m, Convert.ToDecimal(Of<object>(result, "Index"), System.Globalization.CultureInfo.InvariantCulture));
    }

    private static T Of<T>(object instance, string property) => (T)instance.GetType().GetProperty(property)!.GetValue(instance)!;

    private static Assembly Compile(string source)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "GeneratedClient", [CSharpSyntaxTree.ParseText(source)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Disable));
        using var bytes = new MemoryStream();
        var emitted = compilation.Emit(bytes);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(d => d.Severity is DiagnosticSeverity.Error).Take(5)));
        bytes.Position = 0;
        return new AssemblyLoadContext("generated", isCollectible: true).LoadFromStream(bytes);
    }
}
