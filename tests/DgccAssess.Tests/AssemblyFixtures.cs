using DgccAssess.TestCommon;

[assembly: AssemblyFixture(typeof(TestApps))]
