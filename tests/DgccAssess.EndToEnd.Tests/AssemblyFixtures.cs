using DgccAssess.EndToEnd.Tests.Harness;

[assembly: AssemblyFixture(typeof(Product))]
