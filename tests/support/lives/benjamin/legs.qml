<qgis version="3.22.16" styleCategories="AllStyleCategories" labelsEnabled="0">
 <temporal enabled="1" mode="1" limitMode="1" accumulate="1" startField="start_date" endField="" startExpression="" endExpression="" durationField="" durationUnit="min" fixedDuration="0">
  <fixedRange>
   <start />
   <end />
  </fixedRange>
 </temporal>
 <renderer-v2 type="categorizedSymbol" attr="&quot;mode&quot; || CASE WHEN &quot;guarded&quot; THEN ', guarded' ELSE '' END" symbollevels="0" forceraster="0">
  <categories>
   <category type="string" value="rail" label="By rail" symbol="0" render="true" />
   <category type="string" value="road, guarded" label="By road, under guard" symbol="1" render="true" />
   <category type="string" value="foot" label="On foot" symbol="2" render="true" />
  </categories>
  <symbols>
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="251,248,241,255" />
      <Option type="QString" name="line_width" value="1.69" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,255" />
      <Option type="QString" name="line_width" value="0.64" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,209" />
      <Option type="QString" name="line_width" value="0.64" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'less-certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,166" />
      <Option type="QString" name="line_width" value="0.64" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'uncertain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="MarkerLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="placement" value="centralpoint" />
      <Option type="QString" name="rotate" value="1" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <symbol type="marker" name="@0@4" alpha="1">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="name" value="filled_arrowhead" />
        <Option type="QString" name="size" value="3.2" />
        <Option type="QString" name="size_unit" value="MM" />
        <Option type="QString" name="color" value="168,32,26,255" />
        <Option type="QString" name="outline_color" value="251,248,241,255" />
        <Option type="QString" name="outline_width" value="0.2" />
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="1">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="251,248,241,255" />
      <Option type="QString" name="line_width" value="1.91" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="38,34,29,255" />
      <Option type="QString" name="line_width" value="0.85" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="38,34,29,209" />
      <Option type="QString" name="line_width" value="0.85" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'less-certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="38,34,29,166" />
      <Option type="QString" name="line_width" value="0.85" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'uncertain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="MarkerLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="placement" value="centralpoint" />
      <Option type="QString" name="rotate" value="1" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <symbol type="marker" name="@0@4" alpha="1">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="name" value="filled_arrowhead" />
        <Option type="QString" name="size" value="3.2" />
        <Option type="QString" name="size_unit" value="MM" />
        <Option type="QString" name="color" value="38,34,29,255" />
        <Option type="QString" name="outline_color" value="251,248,241,255" />
        <Option type="QString" name="outline_width" value="0.2" />
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="2">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="251,248,241,255" />
      <Option type="QString" name="line_width" value="1.69" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,255" />
      <Option type="QString" name="line_width" value="0.64" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="flat" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="1.06;0.93" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,209" />
      <Option type="QString" name="line_width" value="0.64" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="flat" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="1.06;0.93" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'less-certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,166" />
      <Option type="QString" name="line_width" value="0.64" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="flat" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="1.06;0.93" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'uncertain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="MarkerLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="placement" value="centralpoint" />
      <Option type="QString" name="rotate" value="1" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <symbol type="marker" name="@0@4" alpha="1">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="name" value="filled_arrowhead" />
        <Option type="QString" name="size" value="3.2" />
        <Option type="QString" name="size_unit" value="MM" />
        <Option type="QString" name="color" value="168,32,26,255" />
        <Option type="QString" name="outline_color" value="251,248,241,255" />
        <Option type="QString" name="outline_width" value="0.2" />
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <fieldConfiguration>
  <field name="id" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="seq" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="from_id" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option type="List" name="map">
       <Option type="Map">
        <Option type="QString" name="1. A childhood around 1900, Berlin (15 July 1892 to about April 1912)" value="berlin-1892" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="2. Student of philosophy, Freiburg im Breisgau (about April to about August 1912)" value="freiburg-1912" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="3. The youth movement, Berlin (about August 1912 to about October 1915)" value="berlin-1912" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="4. Out of the way of the war, München (about October 1915 to about December 1916)" value="munich-1915" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="5. A doctorate in a neutral country, Bern (about July 1917 to about March 1920)" value="bern-1917" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="6. Free-lance in the Republic, Berlin (about March 1920 to about April 1924)" value="berlin-1920" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="7. The book on mourning plays, Capri (about April to about October 1924)" value="capri-1924" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="8. No post at Frankfurt, Berlin (about November 1924 to about December 1926)" value="berlin-1924" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="9. Winter in Moscow, Moscow (6 December 1926 to 1 February 1927)" value="moscow-1926" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="10. Critic, radio voice, collector, Berlin (about February 1927 to about 17 March 1933)" value="berlin-1927" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="11. First summer of exile, San Antonio, Ibiza (about April to about September 1933)" value="ibiza-1933" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="12. Hotel rooms, Paris (about October 1933 to about June 1934)" value="paris-1933" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="13. Chess with Brecht, Skovsbostrand, Svendborg (about June to about October 1934)" value="svendborg-1934" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="14. Villa Verde, San Remo (about November 1934 to about April 1935)" value="sanremo-1934" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="15. Capital of the nineteenth century, Paris (about April 1935 to about September 1939)" value="paris-1935" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="16. Camp for volunteer workers, Château de Vernuche, near Nevers (about September to about November 1939)" value="vernuche-1939" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="17. The last winter in Paris, Paris (about November 1939 to about June 1940)" value="paris-1939" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="18. Waiting in Lourdes, Lourdes (about June to about August 1940)" value="lourdes-1940" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="19. Visas for everywhere but the exit, Marseille (about August 1940 to about 23 September 1940)" value="marseille-1940" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="20. A knock at Lisa Fittko's door, Port-Vendres (about 24 to about 25 September 1940)" value="port-vendres-1940" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="21. Portbou, Port Bou (about 25 to about 26 September 1940)" value="portbou-1940" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="to_id" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option type="List" name="map">
       <Option type="Map">
        <Option type="QString" name="1. A childhood around 1900, Berlin (15 July 1892 to about April 1912)" value="berlin-1892" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="2. Student of philosophy, Freiburg im Breisgau (about April to about August 1912)" value="freiburg-1912" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="3. The youth movement, Berlin (about August 1912 to about October 1915)" value="berlin-1912" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="4. Out of the way of the war, München (about October 1915 to about December 1916)" value="munich-1915" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="5. A doctorate in a neutral country, Bern (about July 1917 to about March 1920)" value="bern-1917" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="6. Free-lance in the Republic, Berlin (about March 1920 to about April 1924)" value="berlin-1920" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="7. The book on mourning plays, Capri (about April to about October 1924)" value="capri-1924" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="8. No post at Frankfurt, Berlin (about November 1924 to about December 1926)" value="berlin-1924" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="9. Winter in Moscow, Moscow (6 December 1926 to 1 February 1927)" value="moscow-1926" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="10. Critic, radio voice, collector, Berlin (about February 1927 to about 17 March 1933)" value="berlin-1927" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="11. First summer of exile, San Antonio, Ibiza (about April to about September 1933)" value="ibiza-1933" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="12. Hotel rooms, Paris (about October 1933 to about June 1934)" value="paris-1933" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="13. Chess with Brecht, Skovsbostrand, Svendborg (about June to about October 1934)" value="svendborg-1934" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="14. Villa Verde, San Remo (about November 1934 to about April 1935)" value="sanremo-1934" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="15. Capital of the nineteenth century, Paris (about April 1935 to about September 1939)" value="paris-1935" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="16. Camp for volunteer workers, Château de Vernuche, near Nevers (about September to about November 1939)" value="vernuche-1939" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="17. The last winter in Paris, Paris (about November 1939 to about June 1940)" value="paris-1939" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="18. Waiting in Lourdes, Lourdes (about June to about August 1940)" value="lourdes-1940" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="19. Visas for everywhere but the exit, Marseille (about August 1940 to about 23 September 1940)" value="marseille-1940" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="20. A knock at Lisa Fittko's door, Port-Vendres (about 24 to about 25 September 1940)" value="port-vendres-1940" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="21. Portbou, Port Bou (about 25 to about 26 September 1940)" value="portbou-1940" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="mode" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option type="List" name="map">
       <Option type="Map">
        <Option type="QString" name="rail" value="rail" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="sea" value="sea" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="road" value="road" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="foot" value="foot" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="air" value="air" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="unknown" value="unknown" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="guarded" configurationFlags="None">
   <editWidget type="CheckBox">
    <config />
   </editWidget>
  </field>
  <field name="start_date" configurationFlags="None">
   <editWidget type="DateTime">
    <config>
     <Option type="Map">
      <Option type="QString" name="display_format" value="yyyy-MM-dd" />
      <Option type="QString" name="field_format" value="yyyy-MM-dd" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="end_date" configurationFlags="None">
   <editWidget type="DateTime">
    <config>
     <Option type="Map">
      <Option type="QString" name="display_format" value="yyyy-MM-dd" />
      <Option type="QString" name="field_format" value="yyyy-MM-dd" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="date_edtf" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="certainty" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option type="List" name="map">
       <Option type="Map">
        <Option type="QString" name="certain" value="certain" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="less-certain" value="less-certain" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="uncertain" value="uncertain" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="summary" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="true" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="sources" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias index="0" field="id" name="Id" />
  <alias index="1" field="seq" name="No." />
  <alias index="2" field="from_id" name="From stop" />
  <alias index="3" field="to_id" name="To stop" />
  <alias index="4" field="mode" name="Travelled by" />
  <alias index="5" field="guarded" name="Under guard" />
  <alias index="6" field="start_date" name="First possible day" />
  <alias index="7" field="end_date" name="Last possible day" />
  <alias index="8" field="date_edtf" name="Dates (EDTF)" />
  <alias index="9" field="certainty" name="Certainty of the way" />
  <alias index="10" field="summary" name="Summary" />
  <alias index="11" field="sources" name="Sources" />
 </aliases>
 <editable>
  <field name="id" editable="1" />
  <field name="seq" editable="0" />
  <field name="from_id" editable="1" />
  <field name="to_id" editable="1" />
  <field name="mode" editable="1" />
  <field name="guarded" editable="1" />
  <field name="start_date" editable="0" />
  <field name="end_date" editable="0" />
  <field name="date_edtf" editable="1" />
  <field name="certainty" editable="1" />
  <field name="summary" editable="1" />
  <field name="sources" editable="1" />
 </editable>
 <defaults>
  <default field="id" expression="CASE WHEN &quot;seq&quot; IS NULL THEN &quot;from_id&quot; || '-to-' || &quot;to_id&quot; ELSE &quot;id&quot; END" applyOnUpdate="1" />
  <default field="seq" expression="" applyOnUpdate="0" />
  <default field="from_id" expression="" applyOnUpdate="0" />
  <default field="to_id" expression="" applyOnUpdate="0" />
  <default field="mode" expression="'unknown'" applyOnUpdate="0" />
  <default field="guarded" expression="false" applyOnUpdate="0" />
  <default field="start_date" expression="" applyOnUpdate="0" />
  <default field="end_date" expression="" applyOnUpdate="0" />
  <default field="date_edtf" expression="" applyOnUpdate="0" />
  <default field="certainty" expression="'less-certain'" applyOnUpdate="0" />
  <default field="summary" expression="" applyOnUpdate="0" />
  <default field="sources" expression="" applyOnUpdate="0" />
 </defaults>
 <constraints>
  <constraint field="id" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="seq" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="from_id" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="to_id" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="mode" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="guarded" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="start_date" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="end_date" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="date_edtf" constraints="5" notnull_strength="1" unique_strength="0" exp_strength="1" />
  <constraint field="certainty" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="summary" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="sources" constraints="5" notnull_strength="1" unique_strength="0" exp_strength="2" />
 </constraints>
 <constraintExpressions>
  <constraint field="id" exp="" desc="" />
  <constraint field="seq" exp="" desc="" />
  <constraint field="from_id" exp="" desc="" />
  <constraint field="to_id" exp="" desc="" />
  <constraint field="mode" exp="" desc="" />
  <constraint field="guarded" exp="" desc="" />
  <constraint field="start_date" exp="" desc="" />
  <constraint field="end_date" exp="" desc="" />
  <constraint field="date_edtf" exp="regexp_match(&quot;date_edtf&quot;, '^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?|[0-9]{3}X[~?%]?|[0-9]{2}XX[~?%]?|[.][.])(/([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?|[0-9]{3}X[~?%]?|[0-9]{2}XX[~?%]?|[.][.]))?$') &gt; 0" desc="Dates as 1919-01-26, 1919-01 or 1919; ~ about, ? perhaps; first/last: 1919~/1921" />
  <constraint field="certainty" exp="" desc="" />
  <constraint field="summary" exp="" desc="" />
  <constraint field="sources" exp="coalesce(nullif(&quot;sources&quot;, 'NULL'), '') = '' OR array_length(array_filter(string_to_array(&quot;sources&quot;, ';'), NOT array_contains(array('eiland-jennings-2014', 'witte-1991', 'brodersen-1996', 'moscow-diary', 'fittko-1991', 'scheurmann-1992', 'portbou-archive', 'archive-vita'), regexp_replace(trim(@element), ',.*$', '')))) = 0" desc="Ids of the sources, each perhaps with a place in it: maitron-serge; memoirs, p. 12" />
 </constraintExpressions>
 <editorlayout>tablayout</editorlayout>
 <attributeEditorForm>
  <attributeEditorContainer name="What" groupBox="0" columnCount="1" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
   <attributeEditorField name="id" index="0" showLabel="1" />
   <attributeEditorField name="seq" index="1" showLabel="1" />
   <attributeEditorField name="from_id" index="2" showLabel="1" />
   <attributeEditorField name="to_id" index="3" showLabel="1" />
   <attributeEditorField name="mode" index="4" showLabel="1" />
   <attributeEditorField name="guarded" index="5" showLabel="1" />
  </attributeEditorContainer>
  <attributeEditorContainer name="When" groupBox="0" columnCount="1" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
   <attributeEditorField name="date_edtf" index="8" showLabel="1" />
   <attributeEditorField name="start_date" index="6" showLabel="1" />
   <attributeEditorField name="end_date" index="7" showLabel="1" />
   <attributeEditorField name="certainty" index="9" showLabel="1" />
  </attributeEditorContainer>
  <attributeEditorContainer name="Words" groupBox="0" columnCount="1" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
   <attributeEditorField name="summary" index="10" showLabel="1" />
  </attributeEditorContainer>
  <attributeEditorContainer name="Sources" groupBox="0" columnCount="1" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
   <attributeEditorField name="sources" index="11" showLabel="1" />
  </attributeEditorContainer>
 </attributeEditorForm>
 <previewExpression>"from_id" || ' to ' || "to_id"</previewExpression>
 <mapTip enabled="1">&lt;p&gt;&lt;b&gt;[% "mode" %][% CASE WHEN "guarded" THEN ', under guard' ELSE '' END %]&lt;/b&gt;&lt;br&gt;
[% "date_edtf" %], [% "certainty" %]&lt;/p&gt;
&lt;p&gt;[% replace("summary", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;')) %]&lt;/p&gt;
</mapTip>
 <layerGeometryType>1</layerGeometryType>
</qgis>
