-- One database per cell beside the control plane's; run once when the server's data folder is empty.
create database cellplane;
create database cell_control;
create database cell_a;
create database cell_b;
